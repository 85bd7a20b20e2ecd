import { Module } from '@nestjs/common';

import { CatalogModule } from '../catalog';
import { GovernanceModule } from '../governance';
import { PipelinesModule } from '../pipelines';
import { CurationService } from './curation.service';
import { DeadEventService } from './dead-event.service';
import { EventDoorService } from './event-door.service';
import { EventIntakeService } from './event-intake.service';
import { EventLane } from './event-lane';
import { EventRetention } from './event-retention';
import { GateService } from './gate/gate.service';
import { EventWorker } from './event-worker';
import { ExportController } from './http/export.controller';
import { ExportService } from './export.service';
import { DeliveryWorker } from './delivery-worker';
import { DeliveryService } from './delivery.service';
import { DeliveryItemResolver, DeliveryResolver, LedgerResolver } from './graphql/delivery.resolver';
import { EventStorageResolver } from './graphql/event-storage.resolver';
import { EventResolver } from './graphql/event.resolver';
import { IdentityResolver } from './graphql/identity.resolver';
import { NamespaceRulesResolver } from './graphql/namespace-rules.resolver';
import { OverviewIngestionResolver } from './graphql/overview.resolver';
import { SuggestionDecisionResolver } from './graphql/suggestion-decision.resolver';
import { PipelineRunResolver } from './graphql/pipeline-run.resolver';
import { RegistrationResolver } from './graphql/registration.resolver';
import { AssetSqlResolver, ColumnEdgeEvidenceResolver, ImpactEvidenceResolver } from './graphql/sql-evidence.resolver';
import { GateController } from './http/gate.controller';
import { IngestController } from './http/ingest.controller';
import { LineageController } from './http/lineage.controller';
import { IdentityService } from './identity.service';
import { InboxService } from './inbox.service';
import { IngestionService } from './ingestion.service';
import { IntakeService } from './intake.service';
import { NamespaceRulesService } from './namespace-rules.service';
import { RunRecorderService } from './run-recorder.service';
import { RegistrationService } from './registration.service';
import { SqlEvidenceService } from './sql-lineage/sql-evidence.service';
import { SuggestionDecisionService } from './suggestion-decision.service';
import { SqlLineageService } from './sql-lineage/sql-lineage.service';

@Module({
  imports: [CatalogModule, GovernanceModule, PipelinesModule],
  controllers: [IngestController, GateController, LineageController, ExportController],
  providers: [
    ExportService,
    InboxService,
    IntakeService,
    IngestionService,
    DeliveryService,
    DeliveryWorker,
    EventLane,
    EventDoorService,
    EventIntakeService,
    EventWorker,
    EventRetention,
    DeadEventService,
    EventResolver,
    EventStorageResolver,
    DeliveryResolver,
    DeliveryItemResolver,
    LedgerResolver,
    OverviewIngestionResolver,
    RegistrationService,
    SqlLineageService,
    GateService,
    SqlEvidenceService,
    ColumnEdgeEvidenceResolver,
    ImpactEvidenceResolver,
    AssetSqlResolver,
    CurationService,
    SuggestionDecisionService,
    SuggestionDecisionResolver,
    RegistrationResolver,
    RunRecorderService,
    PipelineRunResolver,
    IdentityService,
    IdentityResolver,
    NamespaceRulesService,
    NamespaceRulesResolver,
  ],
  exports: [EventRetention, EventWorker],
})
export class IngestionModule {}
