export {
  analyzeQualityStage,
  gateRules,
  noteRefusedRules,
  QUALITY_STAGE,
  stageResults,
  stageRules,
  stageRuleSubjects,
  type StagedResult,
  type StagedRule,
  type StagedRuleSubject,
} from './stage-rules';
export {
  addResults,
  keepUnknownResults,
  listUnboundRules,
  replaceRules,
  takeWaitingResults,
  type RuleEvidence,
  type RuleSource,
} from './write-rules';
export { moveRules } from './move-rules';
