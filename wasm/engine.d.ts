/**
 * Allymark engine: load once, then call synchronously. Plain objects in and out.
 *
 * Conventions
 * - Percentages are percent points (5.1 is 5.1 %), money is yuan with at most two decimals, dates are ISO 8601.
 * - A decimal may be given as a JSON number or as a string ("5.1"); a missing figure is absent or null, never 0.
 * - Every call is total: a good one answers its result (which also says `ok: true`), a bad one `{ok: false, errors}` with
 *   all errors at once. Nothing but `payMany`, `digest` and `loadEngine` throws, with the same errors in what is thrown.
 * - A number's id is its JSON Pointer in the result; with `trace: true`, `result.trace[id]` lists its steps.
 */

export type Text = { zh: string; en: string };
export type Origin = "source" | "derived" | "assumed" | "reconstructed";
export type Scalar = number | string;
export type Params = Record<string, Scalar>;
export type Pointer = string;
/** A decimal figure on its way in: number or text of one. */
export type Figure = number | string;

/** Something wrong with the input: what (code), where (JSON Pointer into the request) and with which figures. */
export interface InputError { code: string; path: Pointer; params: Params }
export interface Refusal { ok: false; errors: InputError[] }
export type Answer<T> = (T & { ok: true }) | Refusal;

/**
 * A coded remark. `path` points at the request's field it is about. `block` blocks, `doubt` doubts, `note` informs.
 * Where one change of a policy removes it, `params.fix` is the pointer to set and `params.to` the value; an empty `to`
 * takes out what stands at `fix`. With `params.copy`, what stands there is first added to the end of its own list once more.
 * With `params.member`, `fix` is a list, and `to` names the new figure of that member for each entry, in order, with spaces between.
 */
export interface Finding { code: string; severity: "block" | "doubt" | "note"; path: Pointer; params: Params; origin?: Origin }

/** One step behind a number, in order. `op` names the formula; the texts live in the page. */
export interface Step {
  rule: string; clause: string; origin: Origin; op: string;
  inputs: { name: string; value: Scalar; unit: string }[];
  value: Scalar; unit: string;
}
export type Trace = Record<Pointer, Step[]>;

/** What every result carries so that it can be replayed. */
export interface Stamp {
  engine: string;
  /** null when a quote was asked for with a clause alone */
  policy: { id: string; version: string; digest: string } | null;
  asOf?: string;
}

/* ------------------------------------------------------------------ what goes in */

/** A measured figure: a bare figure, a typed value, or counts (events out of `of`), which beat a typed value. */
export type Measurement = Figure | { value?: Figure | null; events?: Figure; of?: Figure } | null;

export interface Trial {
  users?: Figure;
  start?: string;
  end?: string;
  attempt?: 1 | 2;
  metrics: Record<string, Measurement>;
  incidents?: ("data_breach")[];
}

/** What is known of a yes/no question; unknown (the same as absent) is never taken for no. */
export type Signal = "yes" | "no" | "unknown";

/** The three features of a key partner, 1 to 5 each; substitutability 1 = hardly replaceable. */
export interface KeyLevelFacts {
  strategicValue?: Figure; substitutability?: Figure; investment?: Figure;
  /** a person's decision in place of the rule; the reason is required and kept */
  override?: { level: string; reason: string };
}
/** A score of 1 to 5 and what it rests on: a text or a link; no evidence is a finding. */
export interface AbilityScore { score?: Figure | null; evidence?: string }
export interface DiligenceItem { state?: "pass" | "doubt" | "veto" | "open"; evidence?: string; owner?: string; due?: string }

/** Everything a reading of the commission clause may choose; each absent one is the policy's. */
export interface Reading {
  tiers?: "marginal" | "all_units" | "excess_at_reached" | "linear_ramp";
  bounds?: "lower" | "higher";
  met?: "at_least" | "above";
  missed?: "flat" | "interpolate" | "shortfall_charge";
  deductions?: "add" | "multiply" | "larger";
  /** `months_in_breach` needs the months: `monthly` or the dossier's */
  deductedFrom?: "gross" | "above_first_tier" | "months_in_breach";
  rounding?: "half_away" | "half_even";
  measuredOver?: "year_to_date" | "monthly" | "last_value";
}

/** A clause prices by `rate` (yuan per unit) or by `ratePct` (percent of the amount), never both. */
export interface Tier { upTo?: Figure; rate?: Figure; ratePct?: Figure; flat?: Figure }

export interface Clause {
  payer?: string; payee?: string; currency?: string; unit?: string;
  target?: Figure; tiers: Tier[]; missedRate?: Figure; missedPct?: Figure; shortfallCharge?: Figure;
  deductions?: { id: string; metric: string; above?: Figure; below?: Figure; percent: Figure }[];
  cap?: Figure; floor?: Figure; reading?: Reading;
  /** least that a full year pays (a part year owes its share), in place of `floor` */
  guarantee?: Figure;
  /** what a policy cancelled up to its month `upTo` pays back, earliest first */
  clawback?: { upTo: Figure; percent: Figure }[];
}

export interface Agreement {
  contractYear?: Figure; volume?: Figure; amount?: Figure;
  metrics?: Record<string, Measurement>; reading?: Reading;
  /** units (or, with an amount alone, yuan) cancelled in the period; they net out */
  cancelled?: Figure;
  /** of a part year, 1 to 12: target and bounds are scaled by months / 12 */
  months?: Figure;
  /** policies cancelled in a month of their life after commission was paid for them */
  returned?: { month: Figure; paid: Figure }[];
  /** the contract's first day; contract years, quarters and the settlement run from it */
  effective?: string;
  /** the period by month, in order, in place of `volume`; a dossier's own `months` are used when it is absent */
  monthly?: CountedMonth[];
  /** months told anew; the one received last counts. `received` is required here. */
  corrections?: CountedMonth[];
  /** the year's volume as planned and if it goes badly, priced beside each other */
  plannedVolume?: Figure; downsideVolume?: Figure;
  /** what the draft says, by clause of the policy's checklist; a clause not named is missing (dossiers only) */
  clauses?: Record<string, { state?: "present" | "weak" | "missing"; value?: Figure }>;
}

/** What one calendar month brought. `received` = when its figures came in; absent = the month's last day. */
export interface CountedMonth { month: string; volume: Figure; metrics?: Record<string, Measurement>; received?: string }

/** What was put in, and what comes back. */
export interface Investment {
  /** first contract month, and how many there are (absent = the pack's) */
  start: string; months?: Figure;
  /** yuan a unit, and the fee the other side asks for */
  rate: Figure; proposedRate?: Figure;
  invested: { month: string; amount: Figure; gate?: string }[];
  /** units by month; absent = the dossier's months */
  sold?: { month: string; units: Figure }[];
  plannedTotal?: Figure; plannedUnits?: Figure; downsideUnits?: Figure;
  /** the largest uncovered sum that is accepted */
  stopLoss?: Figure;
}

export interface MonthFigures {
  month: string;
  /** what somebody else printed about this month; compared with the result, never used */
  claimed?: { grade?: Grade; total?: Figure };
  /** `target` replaces the policy's target of this metric for this month */
  metrics: Record<string, Figure | null | { value?: Figure | null; events?: Figure; of?: Figure; target?: Figure }>;
}

/** The years after signing: who meets whom, what came of it, and when the contract is looked at again. */
export interface Relationship {
  /** the calendar of meetings runs from this day; a meeting before it is refused */
  start?: string;
  /** name of our person by layer of the pack's `cadence` */
  owners?: Record<string, string>;
  meetings?: { layer: string; date: string }[];
  workshops?: { date: string; ideas?: { name: string; yearlyValue?: Figure }[] }[];
  /** name of the partner that would step in */
  backup?: string;
  /** last day of the contract; days of notice (absent = the pack's); next price review; who approves */
  renewal?: { end?: string; noticeDays?: Figure; priceReview?: string; approver?: string };
}

/** A step of a crisis plan that was done; steps done before the crisis fired do not count for it. */
export interface CrisisStepDone { plan: string; step: string; done: string }

/** Something that happened, for the exit routes and the crisis plans. */
export interface PartnerEvent {
  kind: "negotiation_failed" | "improvement_plan" | "data_leak" | "data_misuse" | "malicious_competition" | "quality_accident" | "equity_change";
  date: string; state?: "confirmed" | "suspected";
  /** equity_change: percent of the equity that changed hands, and whether control went with it */
  share?: Figure; control?: boolean;
}

/** Every fact known about one partner. All but `id` is optional; what is missing is a finding, never 0. */
export interface Dossier {
  id: string; name?: string;
  keyLevel?: KeyLevelFacts;
  /** by dimension of the policy: resources, technology, operations, reputation */
  ability?: Record<string, AbilityScore>;
  /** by signal of the policy */
  willingness?: { signals: Record<string, Signal> };
  /** what we need of the partner, by group and need of the policy */
  needs?: Record<string, Record<string, "met" | "partly" | "not" | "unknown">>;
  /** what we bring: ids of the policy's offers */
  offers?: string[];
  /** how the candidate was found: a channel of the policy */
  sourcing?: string;
  /** by question of the policy's first screening */
  screening?: Record<string, Signal>;
  /** `nda`: the day the non-disclosure agreement was signed; items by id of the policy */
  diligence?: { nda?: string; items?: Record<string, DiligenceItem> };
  trial?: Trial; agreement?: Agreement; months?: MonthFigures[];
  relationship?: Relationship;
  crisisSteps?: CrisisStepDone[];
  events?: PartnerEvent[];
  investment?: Investment;
}

/** A pack's id (it must have been given to loadEngine or addPolicy) or a whole pack. */
export type PolicyRef = string | object;

/* ------------------------------------------------------------------ select */

export type Verdict = "sign" | "conditional" | "retry" | "stop" | "insufficient";

export interface Evidence {
  events: number; of: number; rate: number;
  /** true when events were worked out as value × users rather than counted */
  derived: boolean;
  low: number; high: number;
  standing: "proven_pass" | "undecided" | "proven_fail";
  /** further users at the observed rate that would decide it; null at equality with the threshold */
  usersNeeded: number | null;
}

export interface TrialMetric {
  metric: string;
  role: "criterion" | "noted";
  relation: "at_least" | "at_most";
  value: number | null;
  unit: string;
  /** criterion: what must be reached; noted: what is scored against */
  threshold: number;
  state: "met" | "missed" | "not_measured" | "noted";
  /** distance on the good side of the threshold (negative = on the bad side), in the metric's unit */
  margin: number | null;
  weight: number | null;
  /** (value − target)/target, sign flipped where lower is better; 6 decimals */
  deviation: number | null;
  uncapped: number | null;
  score: number | null;
  contribution: number | null;
  capped: boolean;
  evidence?: Evidence;
  /** why there is no evidence, when there is none */
  evidenceGap?: "no_counts" | "not_whole" | "not_a_rate" | "not_measured";
}

export interface Flip { metric: string; to: number; relation: "at_least" | "at_most" | "above" | "below"; verdict: Verdict }

export interface TrialResult {
  id: string; name: string; rank: number;
  verdict: Verdict;
  /** why: counts and lists */
  passed: string[]; missed: string[]; notMeasured: string[];
  redLines: string[];
  score: number | null; shownScore: number | null; coverage: number;
  metrics: TrialMetric[];
  evidence: Record<string, Evidence>;
  /** single changes that alter the verdict, smallest first per metric */
  flips: Flip[];
  /** the verdict under each other option of the same rule; `chosen` marks the one in force */
  readings: { option: "method" | "missing" | "provenOnly"; choice: string; verdict: Verdict; chosen: boolean }[];
  /** reasons why it cannot be picked although its trial would allow it */
  blockedBy: Blocker[];
}

/** The level (an id of the policy's levels: S, A, B, C), what carried it and what each other rule says. */
export interface KeyLevel {
  /** in force: the override's when there is one; null = the strategic value is missing */
  level: string | null;
  /** whether the level counts as key; null without a level */
  isKey: boolean | null;
  /** by the rule alone */
  ruleLevel: string | null;
  method: "stars" | "weighted" | "two_of_three";
  override?: { level: string; reason: string };
  /** features that carry the rule's level; under `weighted` the one that adds most */
  carriedBy: string[];
  /** stars only: one level "up" or "down", and by which features */
  adjustment: "none" | "up" | "down";
  adjustedBy: string[];
  /** features left blank and therefore not used */
  notUsed: string[];
  /** the weighted mean, whatever the method in force; null without data */
  score: number | null;
  readings: { choice: KeyLevel["method"]; level: string | null; chosen: boolean }[];
}

/** A yes or no that may still be open. */
export type Standing3 = "yes" | "no" | "unknown";

export interface Readiness {
  ability: {
    mean: number | null;
    /** the mean needed */
    needed: number;
    /** "yes" only when every dimension is scored; "no" when a veto fell or even full marks for the missing would not do */
    able: Standing3;
    weakest: string[];
    /** dimensions below a minimum of their own */
    vetoes: string[];
    /** percent of the scores that rest on no evidence; null without scores */
    withoutEvidence: number | null;
    dimensions: { id: string; score: number | null; minimum?: number; hasEvidence: boolean }[];
  };
  /** "no" only when too few would be yes even if every unknown became yes */
  willingness: { yes: number; no: number; unknown: number; of: number; needed: number; willing: Standing3 };
  quadrant: "able_willing" | "able_unwilling" | "unable_willing" | "unable_unwilling" | null;
  /** coverage in percent of the known needs of the group: met counts whole, partly as the policy says; null while all are unknown */
  needs: { group: string; met: number; partly: number; not: number; unknown: number; coverage: number | null }[];
  offers: string[];
  sourcing: string | null;
}

export interface DiligenceResult {
  /** all yes → passed, any no → rejected, else unverified 待核实 */
  screening: { state: "passed" | "rejected" | "unverified"; yes: string[]; no: string[]; unknown: string[] };
  nda: string | null;
  /** false without a non-disclosure agreement in force on `asOf`: the results are not final */
  final: boolean;
  /** a veto anywhere → vetoed; all settled → passed, or doubtful with doubts; else open */
  state: "vetoed" | "open" | "doubtful" | "passed";
  completeness: number;
  groups: { id: string; pass: number; doubt: number; veto: number; open: number; completeness: number }[];
  vetoes: string[]; doubts: string[];
  /** not looked at yet */
  open: string[];
  /** open or in doubt after their due date */
  overdue: string[];
}

/** Why a candidate is never picked although its trial would allow it. */
export type Blocker = "diligence_veto" | "screening_failed" | "unwilling";

export interface Selection extends Stamp {
  pick: { id: string; name: string; verdict: Verdict; score: number; shownScore: number } | null;
  advice: "sign" | "sign_when_measured" | "retry" | "search_again";
  plan: { cities: number; users: number; months: number };
  ranking: TrialResult[];
  /** the candidate that is at least as good in every scored metric as all others, if any */
  dominant: string | null;
  /** for each neighbouring pair of the ranking, the share (percent) of weightings in which the order by score holds */
  stability: { above: string; below: string; share: number; draws: number }[];
  /** 'reconstructed' when the score's formula was worked out from printed scores */
  scoreOrigin: Origin;
  trace?: Trace; findings: Finding[];
}

/* ------------------------------------------------------------------ agree */

export interface StatementLine {
  id: string;
  kind: "tier" | "missed" | "ramp" | "flat" | "shortfall" | "deduction" | "cap" | "floor" | "guarantee" | "clawback";
  clause: string;
  /** tier lines: units after `from` up to and including `upTo` (null = open) */
  from?: number; upTo?: number | null;
  quantity?: number; rate?: number;
  /** lines priced by percent: of `base`, the premium that the quantity carries */
  ratePct?: number;
  /** claw-back lines: `percent` of `base` for a policy cancelled in this month of its life */
  month?: number;
  /** deduction lines: the figure, its limit, percent taken, what it is taken from */
  metric?: string; value?: number | null; limit?: number; relation?: "above" | "below"; percent?: number; base?: number; breached?: boolean;
  amount: number;
}

export interface PricedReading { option: keyof Reading; choice: string; chosen: boolean; gross: number; net: number; difference: number }

export interface Quote extends Stamp {
  contractYear: number;
  payer: string; payee: string; currency: string; unit: string;
  target: number | null; volume: number; met: boolean | null;
  reading: Required<Reading>;
  /** null only when the clause is undecided; then `undecided` holds its options */
  gross: number | null; deducted: number | null; net: number | null; effectiveRate: number | null;
  /** as given; `volume` is without the cancelled, `unit` is "yuan" when an amount alone was given */
  amount?: number; cancelled?: number; months?: number;
  /** sum of the claw-back lines, present when policies were returned */
  clawedBack?: number;
  /** total = sum of lines; deduction lines are negative, unbreached ones 0 */
  lines: StatementLine[];
  toTarget: { units: number; worth: number } | null;
  toNextTier: { bound: number; units: number; rate: number } | null;
  cliffs: { at: number; before: number; after: number; amount: number; cause: "target" | "tier" }[];
  /** each option of each question priced at this volume with these metrics */
  readings: PricedReading[];
  /** the same volume with every quality clause breached, each way of stacking */
  ifBreached: { lines: StatementLine[]; net: number; stackings: { choice: string; net: number; difference: number; chosen: boolean }[] } | null;
  /** ways to fill an undecided year, priced at this volume (null = cannot be priced); empty when decided */
  undecided: { choice: "keep" | "scale" | "table"; gross: number | null; net: number | null }[];
  /** the plan and the downside, priced with nothing breached */
  cases: { case: "plan" | "downside"; volume: number; met: boolean; net: number }[];
  trace?: Trace; findings: Finding[];
}

/** A year's commission paid in months: statements in the order the figures came in; each total is the sum of its lines. */
export interface SettlementResult {
  contractYear: number; from: string; to: string;
  rules: { payment: "to_date" | "assume_met" | "annual"; period: "contract_year" | "calendar_year" | "cumulative"; countedBy: "ours" | "partner" | "joint"; disputeDays: number; taxExclusive: boolean };
  /** every month of the period; `payment` = due to date less the due before; null = no figures */
  months: { month: string; target: number | null; volume: number | null; toDate: number; due: number | null; payment: number | null; provisional: boolean }[];
  statements: { issued: string; lines: { id: string; month: string; kind: "payment" | "correction" | "true_up"; amount: number }[]; total: number; paid: number; contestableUntil: string }[];
  paid: number; yearNet: number | null; trueUp: number | null; complete: boolean; provisional: boolean;
}
export interface Settlement extends Stamp, SettlementResult { currency: string; trace?: Trace; findings: Finding[] }

export interface Wording extends Stamp { sentences: { code: string; params: Params }[]; findings: Finding[] }

/** The policy's clause checklist against the draft; labels and reasons stand in the policy's `contract`. */
export interface ContractCheck {
  clauses: { id: string; part: "data" | "money" | "exit" | "management"; state: "present" | "weak" | "missing"; value?: number; atLeast?: number; atMost?: number }[];
  present: number; weak: number; missing: number;
}
/** What a finished contract year proposes for the next one's clause, as differences of the policy. */
export interface Adjustment {
  contractYear: number; result: number; version: string; nextVersion: string;
  changes: { proposal: "raise_target" | "keep" | "lower_or_end" | "new_product"; path?: Pointer; from?: number; to?: number }[];
}

export interface Exit {
  routes: {
    route: "early" | "under_performance" | "material_breach";
    state: "closed" | "would_open" | "plan_required" | "open";
    opens: string | null; notice: string | null; end: string | null; dataDestroyed: string | null; compensation: boolean;
    /** yuan: what we owe if we leave by it; what the partner owes if it does, or gives cause (up to, where the contract names a range) */
    weOwe: number | null; partnerOwes: number | null; partnerOwesUpTo?: number;
  }[];
  /** contract quarters up to the date */
  quarters: { quarter: number; from: string; to: string; units: number; needed: number; below: boolean; complete: boolean }[];
  contractYearOfEnd: number | null; forecastUnits: number | null; unitsInYear: number;
  penalty: number | null; unearned: number | null;
}

export interface Payback {
  rate: number; unitsPerMonth: number; incomePerMonth: number;
  /** null = never */
  monthsToRecover: number | null; breakEvenUnits: number; plannedBreakEvenUnits?: number;
}
export interface StopLoss {
  month: string; elapsed: number; monthsLeft: number;
  invested: number; earned: number; uncovered: number;
  present: Payback; proposed: Payback | null; planned: Payback | null; downside: Payback | null;
  verdict: "go_on" | "watch" | "stop";
  reason: "recovered" | "on_course" | "close_to_end" | "beyond_end" | "no_income" | "stop_loss_reached";
  breakEvenMonth: string | null;
  /** cumulative, by month */
  points: { month: string; invested: number; earned: number }[];
}

export interface Curve extends Stamp {
  unit: string; currency: string;
  /** corner points in volume order; two points at neighbouring volumes mark a cliff; between points the line is straight */
  series: { choice: string; chosen: boolean; points: { volume: number; gross: number }[] }[];
  bounds: number[]; target: number | null;
  cliffs: Quote["cliffs"];
}

/* ------------------------------------------------------------------ manage */

export type Grade = "excellent" | "good" | "fair" | "poor";

export interface ScorecardMetric {
  metric: string; group: string; relation: "at_least" | "at_most";
  value: number | null; unit: string; target: number;
  deviation: number | null; gain: number; uncapped: number | null; capped: boolean;
  score: number | null; shownScore: number | null; weight: number; contribution: number | null;
}

export interface ScorecardMonth {
  month: string;
  total: number | null; shownTotal: number | null;
  /** by the bands alone, before red lines */
  bandGrade: Grade | null;
  grade: Grade | null;
  /** why there is no grade */
  ungraded?: "coverage" | "red_line_missing" | "no_data";
  coverage: number;
  action: string | null;
  redLines: { metric: string; limit: number; relation: "above" | "below"; value: number | null; caps: Grade; state: "clear" | "crossed" | "not_measured" }[];
  weakest: string | null;
  metrics: ScorecardMetric[];
}

export interface Scorecard extends ScorecardMonth {
  bands: { grade: Grade; from: number | null; below: number | null; action: string }[];
  toNextGrade: { grade: Grade; points: number } | null;
  /** oldest first, gaps as months with total null */
  history: { month: string; total: number | null; shownTotal: number | null; grade: Grade | null }[];
  mean3: number | null; trend: "up" | "down" | "flat" | null; monthsBelow: number;
  curveOrigin: Origin;
}

/** The calendar of one layer over the relationship year that holds the date. */
export interface Lane {
  /** id in the pack's `cadence.layers`, where its label and agenda are */
  layer: string;
  /** null = always on, without dates */
  everyMonths: number | null;
  ownerRole: string; owner: string | null;
  /** a meeting ticks off the date just before it while that is open, else the next one; `missed` = the next date has passed too */
  meetings: { due: string; held: string | null; state: "held" | "missed" | "overdue" | "planned" }[];
}
export interface Cadence {
  level: string;
  from: string; to: string;
  lanes: Lane[];
  /** the next three dates of all lanes, earliest first */
  next: { layer: string; due: string; inDays: number }[];
  /** open dates that have passed: since when, how many days, how many dates in a row */
  overdue: { layer: string; due: string; days: number; dates: number }[];
}

export interface Workshop {
  everyMonths: number; days: number;
  last: string | null; next: string | null; overdueDays: number;
  /** what the last one should have brought and what it brought */
  proposals: { low: number; high: number; last: number | null };
  ideas: { name: string; date: string; yearlyValue: number | null }[];
  /** of all ideas with a value, yuan a year */
  yearlyValue: number; unvalued: number;
}

export type CrisisState = "quiet" | "near" | "fired";
/** One plan; all plans of the pack are returned in its order, whatever their state. */
export interface Crisis {
  /** id in the pack's `crisis.plans`, where labels of plan and steps are */
  id: string;
  kind: "below_target" | "above_limit" | "event";
  state: CrisisState;
  /** since when it burns: the last day of the month, or the day of the event; null unless fired */
  firedOn: string | null;
  /** when the last fire was closed */
  closedOn: string | null;
  /** false while it burns */
  mayResume: boolean;
  /** the figure of the latest month: null when it has none */
  metric: string | null; month: string | null; value: number | null; unit: string | null;
  /** below_target: that month's own target */
  target: number | null;
  /** the figure beyond which a month counts, and how far away the value is on the good side (negative = beyond) */
  limit: number | null; distance: number | null;
  /** consecutive months beyond the limit up to the latest, and how many fire */
  months: { run: number; needed: number } | null;
  /** the months that fired it, or that make it near */
  evidence: { month: string; value: number; limit: number }[];
  /** the base of the latest figure is too small to trust */
  smallBase: boolean;
  /** the event behind the state */
  event: PartnerEvent | null;
  /** last day of the plan's clock, and days left (negative = over) */
  clock: { ends: string; daysLeft: number } | null;
  /** only while fired: what is to be done, by which role and when */
  steps: { step: string; ownerRole: string; due: string; done: string | null; lateDays: number; fallback: boolean }[];
}

export interface Renewal {
  approver: string | null;
  /** in date order; `alertFrom` = date less the pack's lead time */
  dates: { kind: "notice" | "renewal" | "price_review"; date: string; alertFrom: string; state: "quiet" | "alert" | "past"; inDays: number }[];
}

/** What to do next, most urgent first. */
export interface NextAction {
  code: string; params: Params;
  /** id in the pack's `roles` */
  ownerRole: string;
  /** null = no day can be named */
  due: string | null; lateDays: number;
  /** into the result: what asks for it */
  path: Pointer;
}

export interface Assessment extends Stamp {
  id: string; name: string;
  /** each null when the policy has no such section */
  keyLevel: KeyLevel | null;
  readiness: Readiness | null;
  diligence: DiligenceResult | null;
  trial: TrialResult | null;
  agreement: Quote | null;
  /** null without an effective date or months */
  settlement: SettlementResult | null;
  exit: Exit | null;
  stopLoss: StopLoss | null;
  /** null without `agreement.clauses` */
  contract: ContractCheck | null;
  /** null until the year is over */
  adjustment: Adjustment | null;
  scorecard: Scorecard | null;
  /** null when the pack has no such section or nothing can be said without a guess (then a finding says why) */
  cadence: Cadence | null;
  workshop: Workshop | null;
  crisis: Crisis[] | null;
  renewal: Renewal | null;
  nextActions: NextAction[] | null;
  trace?: Trace; findings: Finding[];
}

/* ------------------------------------------------------------------ portfolio */

export interface PortfolioRow {
  id: string; name: string;
  level: string | null; verdict: Verdict | null;
  /** net commission of the contract year to date; null = not priced */
  yearPay: number | null;
  month: string | null; shownTotal: number | null; grade: Grade | null; trend: "up" | "down" | "flat" | null;
  /** plans that are near or have fired, in the pack's order */
  crisis: { id: string; state: CrisisState }[];
  backup: string | null;
  /** an S or A partner without a named backup */
  backupMissing: boolean;
  /** stars of investment at or above the pack's and a grade at or below the pack's */
  costly: boolean;
  overdue: number;
  next: NextAction | null;
  blocks: number; doubts: number;
}
export interface Portfolio extends Stamp {
  rows: PortfolioRow[];
  totals: {
    partners: number;
    /** partners without a commission: counted, never taken as 0 */
    unpriced: number;
    yearPay: number;
    largest: { id: string; name: string; yearPay: number }[];
    /** partners by level and grade; null = not known */
    matrix: { level: string | null; grade: Grade | null; count: number }[];
    backupsMissing: number; costly: number;
    /** partners with a plan that fired; with one that is near and none that fired */
    fired: number; near: number;
    /** meetings */
    overdue: number;
  };
  /** largest share first; null when no partner has a commission or the pack states no limit */
  concentration: {
    total: number; limitPercent: number; unpriced: number;
    shares: { id: string; name: string; yearPay: number; share: number; over: boolean }[];
  } | null;
  findings: Finding[];
}

/* ------------------------------------------------------------------ rules compared, answers explored */

/** A request that may be asked again with something else in it: select, assess, quote or settle, with the call's name. */
export type InnerRequest = { call: "select" | "assess" | "quote" | "settle"; policy?: PolicyRef } & Record<string, unknown>;

/** Where two documents differ: `from` absent = added, `to` absent = taken out. */
export interface Change { path: Pointer; from?: any; to?: any; /** id of the rule in the policy's provenance */ rule?: string }
export interface PolicyVersion { id: string; version: string; effective: string; digest: string }
export interface PolicyDiff {
  from: PolicyVersion; to: PolicyVersion;
  /** rule by rule; entries of a list are compared by their names */
  changes: Change[];
  /** what each dossier's assessment has of it, by pointer into the assessment */
  results: { id: string; changes: Change[] }[];
}
/** The last version that has begun, and the next one. */
export interface VersionsInForce { inForce: PolicyVersion | null; next: PolicyVersion | null }
/** `first`: the first place where what was told (`from`) is not what comes out (`to`). */
export interface Verification { confirmed: boolean; first: Change | null }

export interface Exploration {
  /** the watched values as things stand */
  base: any[];
  /** each figure moved; when the first watched value is a figure, the one that matters most first */
  varied: {
    at: Pointer; value: number; from: number; to: number; step: number;
    /**
     * The nearest figure below and above that changes the outcome, null when none does. It is found by ever longer strides and halving, so it is
     * the nearest where the outcome changes once along the way; where it changes and changes back, it is one of them, or null
     * where all of that lies between two strides.
     */
    down: { to: number; by: number; values: any[] } | null;
    up: { to: number; by: number; values: any[] } | null;
    /** watched values at the ends; empty when the request is refused there */
    low: any[]; high: any[];
    /** distance of the first watched figure between the ends; null when it is no figure */
    swing: number | null;
  }[];
  /** every choice of every option of the policy */
  options: WhatIf[];
  rows: WhatIf[];
  /** inner requests asked */
  runs: number;
}
export interface WhatIf { at: Pointer; to: any; chosen: boolean; differs: boolean; refused?: string; values: any[] }

/** Drawn from `from`, `from` + `step`, … up to `to`; the step is 1 when absent. */
export interface Spread { from: Figure; to: Figure; step?: Figure }
/** Chances are percent of the runs. Verdicts are the trial's rules on the drawn metrics. */
export interface Simulation extends Stamp {
  runs: number; seed: number; mean: number; met: number;
  quantiles: { percent: number; net: number }[];
  /** the tier the volume reached, numbered from "1" */
  tiers: { id: string; share: number }[];
  breaches: { id: string; share: number }[];
  verdicts: { id: Verdict; share: number }[];
  findings: Finding[];
}

export interface ExploreRequest {
  request: InnerRequest;
  /** pointers into the inner result; the first decides what counts as a change */
  watch: Pointer[];
  /**
   * Figures to move, or places that hold some: `/dossier/trial/metrics`, `/policy/commission`. Without `from` and `to`
   * a metric moves in its range, counts from 0 to their base, and `percent` moves anything by so much of itself. Only
   * multiples of `step` are tried; without it whole numbers by 1 and other figures to the ninth decimal place.
   */
  vary?: { at: Pointer; from?: Figure; to?: Figure; step?: Figure; percent?: Figure }[];
  /** what the first watched figure, as the result shows it, is to reach; absent = any change of a word */
  goal?: { atLeast?: Figure; atMost?: Figure };
  /** try every option */
  options?: boolean;
  /** what-ifs: plain values set all at once; `/asOf` and `/policy` (ids) replay a history */
  rows?: { set: { at: Pointer; to: Figure | boolean | null }[] }[];
}

/* ------------------------------------------------------------------ the facade */

export interface PolicyInfo { id: string; version: string; digest: string; document: any }

export interface Engine {
  readonly version: string;
  /** the packs this engine knows, as documents (labels and options for forms live there) */
  policies(): PolicyInfo[];
  /** reads a pack and keeps it; later calls may name it by id */
  addPolicy(document: object | string): Answer<{ id: string; version: string; digest: string }>;
  /** errors of a pack, all at once; a clean pack answers its findings */
  check(policy: object | string): Answer<{ id: string; version: string; digest: string; findings: Finding[] }>;
  select(request: { policy: PolicyRef; dossiers: Dossier[]; asOf?: string; trace?: boolean; seed?: number; draws?: number }): Answer<Selection>;
  quote(request: { policy?: PolicyRef; clause?: Clause; trace?: boolean } & Agreement): Answer<Quote>;
  /** the year paid in months; needs `effective` and `monthly` */
  settle(request: { policy?: PolicyRef; clause?: Clause; asOf?: string; trace?: boolean } & Agreement): Answer<Settlement>;
  /** the clause as sentences: codes and figures for a table of texts */
  wording(request: { policy?: PolicyRef; clause?: Clause; contractYear?: Figure; reading?: Reading }): Answer<Wording>;
  curve(request: { policy?: PolicyRef; clause?: Clause; contractYear?: Figure; to: Figure; reading?: Reading }): Answer<Curve>;
  assess(request: { policy: PolicyRef; dossier: Dossier; asOf?: string; trace?: boolean }): Answer<Assessment>;
  /** every dossier in one short row each, and what they make together; larger than one call may be = sent in parts */
  assessMany(request: { policy: PolicyRef; dossiers: Dossier[]; asOf?: string }): Answer<Portfolio>;
  /** gross pay for each volume under one clause or a policy's contract year; throws AllymarkError on a bad clause or volume */
  payMany(clause: Clause | { policy?: PolicyRef; clause?: Clause; contractYear?: Figure; reading?: Reading }, volumes: Float64Array): Float64Array;
  digest(document: object | string): string;
  /** two policies rule by rule, and what the dossiers' assessments have of it */
  diff(request: { from: PolicyRef; to: PolicyRef; dossiers?: Dossier[]; asOf?: string }): Answer<PolicyDiff>;
  /** which of a policy's versions is in force on a day */
  inForce(policies: PolicyRef[], asOf: string): Answer<VersionsInForce>;
  /** works an earlier answer, or a part of it, out again */
  verify(pack: { request: InnerRequest; told: object }): Answer<Verification>;
  /** a document in this engine's shape; a newer one is refused */
  migrate(document: object | string): Answer<{ from: number; to: number; document: any }>;
  /** asks a request again and again with something else in it: flip points, goals, options, what matters, replays */
  explore(request: ExploreRequest): Answer<Exploration>;
  /** a contract year drawn many times from ranges, all figures alike likely; the same seed gives the same answer everywhere */
  simulate(request: {
    policy: PolicyRef; contractYear?: Figure; reading?: Reading;
    volume: Spread; metrics?: Record<string, Spread>;
    runs: number; seed: number; quantiles?: Figure[];
  }): Answer<Simulation>;
  /** the raw call: JSON text in, JSON text out */
  evaluate(requestText: string): string;
}

export interface LoadOptions {
  /** where the wasm is: address or bytes; default: beside this module */
  wasm?: string | URL | ArrayBuffer | Uint8Array;
  /** packs to load at once: addresses or documents; default: the shipped ones beside this module */
  policies?: (string | URL | object)[];
}

export class AllymarkError extends Error { errors: InputError[] }
/** Rejects with one plain sentence when WebAssembly is not to be had. */
export function loadEngine(options?: LoadOptions): Promise<Engine>;
