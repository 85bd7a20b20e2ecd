export { GovernanceModule } from './governance.module';
