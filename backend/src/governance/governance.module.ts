import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog';
import { AccessRequestService } from './access-request/access-request.service';
import { BlockService } from './classification/block.service';
import { ClassificationReasonService } from './classification/classification-reason.service';
import { ExplanationService } from './classification/explanation.service';
import { PropagationService } from './classification/propagation.service';
import { AccessRequestResolver } from './graphql/access-request/access-request.resolver';
import { GovernanceInboxResolver } from './graphql/inbox/inbox.resolver';
import { BecauseResolver } from './graphql/classification/because.resolver';
import { BlockResolver } from './graphql/classification/block.resolver';
import { ReasonResolver } from './graphql/classification/reason.resolver';
import { SuggestionGroupResolver, SuggestionResolver } from './graphql/suggestion/suggestion.resolver';
import { PolicyResultResolver } from './graphql/policy/policy-result.resolver';
import { PolicyVersionResolver } from './graphql/policy/policy-version.resolver';
import { PolicyResolver } from './graphql/policy/policy.resolver';
import { ViolationActionResolver, ViolationEventResolver } from './graphql/violation/violation-action.resolver';
import { FixPointResolver } from './graphql/violation/fix-point.resolver';
import { OpenViolationsResolver } from './graphql/violation/open-violations.resolver';
import { ViolationResolver } from './graphql/violation/violation.resolver';
import {
  AccessInquiryResolver,
  AssetRestrictionResolver,
  RestrictionResolver,
} from './graphql/restriction/restriction.resolver';
import { WebhookResolver } from './graphql/notification/webhook.resolver';
import { WaiverResolver } from './graphql/waiver/waiver.resolver';
import { InboxCountService } from './inbox/inbox.service';
import { NotificationRunner } from './notification/notification-runner.service';
import { WebhookService } from './notification/webhook.service';
import { ComplianceService } from './policy/compliance.service';
import { EvaluationRunner } from './policy/evaluation-runner.service';
import { EvaluationService } from './policy/evaluation.service';
import { PackService } from './policy/pack.service';
import { PolicyApprovalService } from './policy/policy-approval.service';
import { PolicyPreviewService } from './policy/policy-preview.service';
import { PolicyService } from './policy/policy.service';
import { AccessInquiryService } from './restriction/access-inquiry.service';
import { RestrictionService } from './restriction/restriction.service';
import { SuggestionScanService } from './suggestion/suggestion-scan.service';
import { SuggestionService } from './suggestion/suggestion.service';
import { ViolationActionService } from './violation/violation-action.service';
import { FixPointService } from './violation/fix-point.service';
import { ViolationService } from './violation/violation.service';
import { WaiverService } from './waiver/waiver.service';

@Module({
  imports: [CatalogModule],
  providers: [
    ExplanationService,
    PropagationService,
    BecauseResolver,
    BlockService,
    BlockResolver,
    ClassificationReasonService,
    ReasonResolver,
    InboxCountService,
    GovernanceInboxResolver,
    AccessRequestService,
    AccessRequestResolver,
    RestrictionService,
    AccessInquiryService,
    RestrictionResolver,
    AssetRestrictionResolver,
    AccessInquiryResolver,
    SuggestionScanService,
    SuggestionService,
    SuggestionResolver,
    SuggestionGroupResolver,
    ViolationService,
    ViolationResolver,
    OpenViolationsResolver,
    FixPointService,
    FixPointResolver,
    ViolationActionService,
    ViolationActionResolver,
    ViolationEventResolver,
    WaiverService,
    WaiverResolver,
    NotificationRunner,
    WebhookService,
    WebhookResolver,
    PolicyService,
    PolicyApprovalService,
    PolicyResolver,
    PolicyVersionResolver,
    PolicyResultResolver,
    PolicyPreviewService,
    ComplianceService,
    PackService,
    EvaluationService,
    EvaluationRunner,
  ],
  exports: [ViolationService, EvaluationRunner, SuggestionService, EvaluationService],
})
export class GovernanceModule {}
