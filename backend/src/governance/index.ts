export { GovernanceModule } from './governance.module';
export { EvaluationRunner } from './policy/evaluation-runner.service';
