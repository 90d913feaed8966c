#pragma once
// Codes: every error and finding the core can answer, with one sentence each. The page's text
// tables must hold a text for each of them (a test compares the lists).

namespace allymark {

struct CodeText {
  const char* code;
  const char* sentence;
};

namespace error_code {
// clang-format off
inline constexpr char malformed_json[] = "malformed_json";
inline constexpr char too_large[] = "too_large";
inline constexpr char too_deep[] = "too_deep";
inline constexpr char duplicate_key[] = "duplicate_key";
inline constexpr char number_out_of_range[] = "number_out_of_range";
inline constexpr char wrong_type[] = "wrong_type";
inline constexpr char not_a_number[] = "not_a_number";
inline constexpr char missing_field[] = "missing_field";
inline constexpr char below_minimum[] = "below_minimum";
inline constexpr char above_maximum[] = "above_maximum";
inline constexpr char not_whole[] = "not_whole";
inline constexpr char too_many_decimals[] = "too_many_decimals";
inline constexpr char too_long[] = "too_long";
inline constexpr char unknown_choice[] = "unknown_choice";
inline constexpr char bad_month[] = "bad_month";
inline constexpr char bad_date[] = "bad_date";
inline constexpr char bad_currency[] = "bad_currency";
inline constexpr char unknown_call[] = "unknown_call";
inline constexpr char unknown_policy[] = "unknown_policy";
inline constexpr char newer_schema[] = "newer_schema";
inline constexpr char unknown_metric[] = "unknown_metric";
inline constexpr char events_above_base[] = "events_above_base";
inline constexpr char counts_not_for_metric[] = "counts_not_for_metric";
inline constexpr char counts_incomplete[] = "counts_incomplete";
inline constexpr char base_is_zero[] = "base_is_zero";
inline constexpr char unknown_group[] = "unknown_group";
inline constexpr char duplicate_id[] = "duplicate_id";
inline constexpr char unknown_id[] = "unknown_id";
inline constexpr char before_relationship[] = "before_relationship";
inline constexpr char before_start[] = "before_start";
inline constexpr char duplicate_month[] = "duplicate_month";
inline constexpr char months_not_ascending[] = "months_not_ascending";
inline constexpr char not_twelve_months[] = "not_twelve_months";
inline constexpr char empty_list[] = "empty_list";
inline constexpr char tiers_not_ascending[] = "tiers_not_ascending";
inline constexpr char open_tier_not_last[] = "open_tier_not_last";
inline constexpr char last_tier_not_open[] = "last_tier_not_open";
inline constexpr char target_not_positive[] = "target_not_positive";
inline constexpr char limit_missing[] = "limit_missing";
inline constexpr char limit_ambiguous[] = "limit_ambiguous";
inline constexpr char weights_sum_zero[] = "weights_sum_zero";
inline constexpr char bands_not_descending[] = "bands_not_descending";
inline constexpr char bands_incomplete[] = "bands_incomplete";
inline constexpr char missed_rate_missing[] = "missed_rate_missing";
inline constexpr char shortfall_charge_missing[] = "shortfall_charge_missing";
inline constexpr char unknown_year[] = "unknown_year";
inline constexpr char clause_undecided[] = "clause_undecided";
inline constexpr char cap_below_floor[] = "cap_below_floor";
inline constexpr char floor_and_guarantee[] = "floor_and_guarantee";
inline constexpr char rate_basis_mixed[] = "rate_basis_mixed";
inline constexpr char cancelled_above_volume[] = "cancelled_above_volume";
inline constexpr char knots_not_ascending[] = "knots_not_ascending";
inline constexpr char unknown_item[] = "unknown_item";
inline constexpr char end_before_start[] = "end_before_start";
inline constexpr char amount_without_units[] = "amount_without_units";
// clang-format on
}  // namespace error_code

/// All error codes with a sentence that says what is wrong and what to do.
extern const CodeText error_texts[];
extern const unsigned error_text_count;

namespace finding_code {
// clang-format off
inline constexpr char unknown_field[] = "unknown_field";
inline constexpr char trial_missing[] = "trial_missing";
inline constexpr char criterion_never_measured[] = "criterion_never_measured";
inline constexpr char metric_not_measured[] = "metric_not_measured";
inline constexpr char rate_not_whole[] = "rate_not_whole";
inline constexpr char counts_override_value[] = "counts_override_value";
inline constexpr char evidence_undecided[] = "evidence_undecided";
inline constexpr char users_below_plan[] = "users_below_plan";
inline constexpr char users_missing[] = "users_missing";
inline constexpr char score_reconstructed[] = "score_reconstructed";
inline constexpr char nobody_to_pick[] = "nobody_to_pick";
inline constexpr char red_line_crossed[] = "red_line_crossed";
inline constexpr char clause_undecided[] = "clause_undecided";
inline constexpr char quality_not_measured[] = "quality_not_measured";
inline constexpr char payee_assumed[] = "payee_assumed";
inline constexpr char cliff[] = "cliff";
inline constexpr char target_differs_from_first_bound[] = "target_differs_from_first_bound";
inline constexpr char rate_falls[] = "rate_falls";
inline constexpr char year_missing[] = "year_missing";
inline constexpr char grade_unreachable[] = "grade_unreachable";
inline constexpr char grade_barely_reachable[] = "grade_barely_reachable";
inline constexpr char ladder_not_monotone[] = "ladder_not_monotone";
inline constexpr char limit_on_good_side[] = "limit_on_good_side";
inline constexpr char rules_overlap[] = "rules_overlap";
inline constexpr char rule_without_effect[] = "rule_without_effect";
inline constexpr char rule_never_applies[] = "rule_never_applies";
inline constexpr char tier_beyond_cap[] = "tier_beyond_cap";
inline constexpr char weight_zero[] = "weight_zero";
inline constexpr char weights_not_hundred[] = "weights_not_hundred";
inline constexpr char step_after_clock[] = "step_after_clock";
inline constexpr char level_without_meetings[] = "level_without_meetings";
inline constexpr char label_missing[] = "label_missing";
inline constexpr char deductions_capped[] = "deductions_capped";
inline constexpr char grade_claim_contradicted[] = "grade_claim_contradicted";
inline constexpr char total_claim_contradicted[] = "total_claim_contradicted";
inline constexpr char monthly_target_mismatch[] = "monthly_target_mismatch";
inline constexpr char curve_reconstructed[] = "curve_reconstructed";
inline constexpr char coverage_low[] = "coverage_low";
inline constexpr char red_line_not_measured[] = "red_line_not_measured";
inline constexpr char months_needed[] = "months_needed";
inline constexpr char stop_loss_not_set[] = "stop_loss_not_set";
inline constexpr char clauses_missing[] = "clauses_missing";
inline constexpr char clauses_weak[] = "clauses_weak";
inline constexpr char stages_without_gate[] = "stages_without_gate";
inline constexpr char fee_cut[] = "fee_cut";
inline constexpr char exit_right[] = "exit_right";
inline constexpr char stop_advised[] = "stop_advised";
inline constexpr char months_missing[] = "months_missing";
inline constexpr char relationship_missing[] = "relationship_missing";
inline constexpr char calendar_no_start[] = "calendar_no_start";
inline constexpr char calendar_no_level[] = "calendar_no_level";
inline constexpr char layer_owner_missing[] = "layer_owner_missing";
inline constexpr char meeting_overdue[] = "meeting_overdue";
inline constexpr char workshop_overdue[] = "workshop_overdue";
inline constexpr char proposals_outside[] = "proposals_outside";
inline constexpr char workshop_before_start[] = "workshop_before_start";
inline constexpr char backup_missing[] = "backup_missing";
inline constexpr char contract_end_missing[] = "contract_end_missing";
inline constexpr char approver_missing[] = "approver_missing";
inline constexpr char renewal_alert[] = "renewal_alert";
inline constexpr char concentration_high[] = "concentration_high";
inline constexpr char crisis_fired[] = "crisis_fired";
inline constexpr char crisis_near[] = "crisis_near";
inline constexpr char crisis_month_missing[] = "crisis_month_missing";
inline constexpr char crisis_small_base[] = "crisis_small_base";
inline constexpr char ownership_notice[] = "ownership_notice";
inline constexpr char ownership_share_missing[] = "ownership_share_missing";
inline constexpr char key_level_missing[] = "key_level_missing";
inline constexpr char feature_not_used[] = "feature_not_used";
inline constexpr char level_overridden[] = "level_overridden";
inline constexpr char signed_without_trial[] = "signed_without_trial";
inline constexpr char ability_missing[] = "ability_missing";
inline constexpr char not_able[] = "not_able";
inline constexpr char evidence_missing[] = "evidence_missing";
inline constexpr char willingness_unknown[] = "willingness_unknown";
inline constexpr char unwilling[] = "unwilling";
inline constexpr char needs_unknown[] = "needs_unknown";
inline constexpr char screening_unverified[] = "screening_unverified";
inline constexpr char screening_failed[] = "screening_failed";
inline constexpr char nda_missing[] = "nda_missing";
inline constexpr char diligence_open[] = "diligence_open";
inline constexpr char diligence_doubt[] = "diligence_doubt";
inline constexpr char diligence_veto[] = "diligence_veto";
inline constexpr char diligence_overdue[] = "diligence_overdue";
inline constexpr char candidate_unchecked[] = "candidate_unchecked";
inline constexpr char candidate_blocked[] = "candidate_blocked";
// clang-format on
}  // namespace finding_code

extern const CodeText finding_texts[];
extern const unsigned finding_text_count;

}  // namespace allymark
