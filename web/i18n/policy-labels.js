/**
 * Names that live in the policy: metrics, groups, rules with their origin. Units are the page's.
 * @module
 */

const UNITS = /** @type {Record<string, string>} */ ({ percent: "%", hours: "h", points: "points", units: "count", yuan: "CNY" });

export class PolicyLabels {
  /**
   * @param {any} policy
   * @param {"zh" | "en"} lang
   */
  constructor(policy, lang) {
    this.policy = policy ?? {};
    this.lang = lang;
  }

  /**
   * @param {{zh: string, en: string} | undefined} label
   * @returns {string}
   */
  text(label) {
    return label?.[this.lang]?.trim() || label?.[this.lang === "zh" ? "en" : "zh"] || "";
  }

  policyName() {
    return this.text(this.policy.label);
  }

  /** @param {string} id */
  hasMetric(id) {
    return Object.hasOwn(this.policy.metrics ?? {}, id);
  }

  /** The metric that the commission counts. */
  commissionUnit() {
    return String(this.policy.commission?.unit ?? "");
  }

  /** @param {string} id */
  metric(id) {
    return this.hasMetric(id) ? this.text(this.policy.metrics[id].label) : "";
  }

  /**
   * "%", "h", "points", "count" or "CNY".
   * @param {string} id
   */
  unit(id) {
    return this.hasMetric(id) ? UNITS[this.policy.metrics[id].unit] ?? "" : "";
  }

  /**
   * Whether a metric is a share of something, so that counts may be given.
   * @param {string} id
   */
  isRate(id) {
    return this.hasMetric(id) && Boolean(this.policy.metrics[id].base);
  }

  /**
   * The name of a key level; its id where the policy has no such level.
   * @param {string} id
   */
  level(id) {
    const level = (this.policy.keyLevel?.levels ?? []).find((/** @type {{id: string}} */ entry) => entry.id === id);
    return this.text(level?.label) || id;
  }

  /** @param {string | null | undefined} id how a partner of this level is managed */
  strategy(id) {
    return this.text((this.policy.keyLevel?.levels ?? []).find((/** @type {{id: string}} */ entry) => entry.id === id)?.strategy);
  }

  /**
   * What the select room asks: each list of the policy with its entries named.
   * @param {"screening" | "diligence" | "ability" | "signals" | "needs" | "offers" | "channels"} list
   * @returns {{id: string, name: string, items: {id: string, name: string}[]}[]}
   */
  asked(list) {
    const { readiness = {}, diligence = {} } = this.policy;
    const lists = /** @type {Record<string, any[] | undefined>} */ ({
      screening: diligence.screening,
      diligence: diligence.groups,
      ability: readiness.ability?.dimensions,
      signals: readiness.willingness?.signals,
      needs: readiness.needs,
      offers: readiness.offers,
      channels: readiness.channels,
    });
    const named = (/** @type {any} */ entry) => ({ id: entry.id, name: this.text(entry.label) });
    return (lists[list] ?? []).map((entry) => ({ ...named(entry), items: (entry.items ?? []).map(named) }));
  }

  /**
   * The name of one entry of such a list.
   * @param {"ability" | "needs"} list
   * @param {string} id
   */
  entry(list, id) {
    return this.asked(list).find((entry) => entry.id === id)?.name ?? id;
  }

  /**
   * The name of a due-diligence item or a screening question, as findings speak of them.
   * @param {string} id
   */
  item(id) {
    const items = [...this.asked("diligence").flatMap((group) => group.items), ...this.asked("screening")];
    const known = items.find((item) => item.id === id)?.name;
    const clause = this.policy.contract?.find((/** @type {any} */ entry) => entry.id === id);
    return known ?? (this.text(clause?.label) || id);
  }

  /** @param {string} id */
  group(id) {
    return this.text(this.policy.scorecard?.groups?.[id]);
  }

  /** @param {string} id a crisis plan */
  plan(id) {
    return this.text(this.#plan(id)?.label);
  }

  /**
   * @param {string} plan
   * @param {string} step
   */
  planStep(plan, step) {
    return this.text((this.#plan(plan)?.steps ?? []).find((/** @type {any} */ entry) => entry.id === step)?.label);
  }

  /** @param {string} id a crisis plan as the policy has it */
  planRule(id) {
    return this.#plan(id);
  }

  /** @param {string} id */
  #plan(id) {
    return (this.policy.crisis?.plans ?? []).find((/** @type {any} */ entry) => entry.id === id);
  }

  /** @param {string} id a layer of contact */
  layer(id) {
    return this.text((this.policy.cadence?.layers ?? []).find((/** @type {any} */ entry) => entry.id === id)?.label) || id;
  }

  /** @returns {string[]} ids of the layers of contact */
  layers() {
    return (this.policy.cadence?.layers ?? []).map((/** @type {any} */ entry) => entry.id);
  }

  /** @param {string} id a layer @returns {string[]} */
  agenda(id) {
    const layer = (this.policy.cadence?.layers ?? []).find((/** @type {any} */ entry) => entry.id === id);
    return (layer?.agenda ?? []).map((/** @type {any} */ entry) => this.text(entry.label));
  }

  /** @returns {number | undefined} */
  noticeDays() {
    return this.policy.renewal?.noticeDays;
  }

  /** @param {string} id who does things */
  role(id) {
    return this.text(this.policy.roles?.[id]) || id;
  }

  /**
   * Metrics of the trial, criteria first, then what is noted and scored.
   * @returns {{id: string, unit: string}[]}
   */
  trialMetrics() {
    const { criteria = [], score = {} } = this.policy.trial ?? {};
    const ids = new Set([...criteria, ...(score.metrics ?? [])].map((/** @type {{metric: string}} */ entry) => entry.metric));
    return [...ids].map((id) => ({ id, unit: this.unit(id) }));
  }

  /** @returns {{base: number, floor: number, cap: number}} */
  trialCurve() {
    return this.policy.trial?.score?.curve ?? { base: 0, floor: 0, cap: 0 };
  }

  /**
   * Figures of the policy that texts speak of.
   * @returns {Record<string, any>}
   */
  figures() {
    const { trial = {}, scorecard = {} } = this.policy;
    return { retryMonths: trial.verdict?.retryMonths, confidence: trial.confidence, meanMonths: scorecard.meanMonths };
  }

  scorecardBase() {
    return this.policy.scorecard?.curve?.base ?? 0;
  }

  scorecardCap() {
    return this.policy.scorecard?.curve?.cap ?? 0;
  }

  /**
   * The quality clauses, as the form asks for their figures.
   * @returns {{metric: string, relation: string, limit: number, percent: number}[]}
   */
  qualityRules() {
    return (this.policy.commission?.deductions ?? []).map((/** @type {any} */ rule) => ({
      metric: rule.metric,
      relation: rule.above === undefined ? "below" : "above",
      limit: rule.above ?? rule.below,
      percent: rule.percent,
    }));
  }

  /**
   * Volumes that a year's clause names: its target and its tiers' bounds.
   * @param {number} number
   * @returns {number[]}
   */
  yearMarks(number) {
    const year = (this.policy.commission?.years ?? []).find((/** @type {any} */ entry) => entry.year === number);
    const bounds = (year?.tiers ?? []).map((/** @type {any} */ tier) => Number(tier.upTo ?? 0));
    return [Number(year?.target ?? 0), ...bounds];
  }

  /** @returns {{year: number, undecided: boolean}[]} */
  contractYears() {
    const { years = [], laterYears } = this.policy.commission ?? {};
    return years.map((/** @type {any} */ year) => ({ year: year.year, undecided: !year.tiers && laterYears === "undecided" }));
  }

  /**
   * Where a rule comes from.
   * @param {string} rule
   * @returns {string | undefined}
   */
  origin(rule) {
    return this.policy.provenance?.[rule]?.origin;
  }

  /**
   * Where a reading of the commission comes from: only the policy's own has the rule's origin.
   * @param {string} option
   * @param {string} choice
   */
  readingOrigin(option, choice) {
    return this.policy.commission?.reading?.[option] === choice ? this.origin(`commission.${option}`) : undefined;
  }

  /**
   * What a rule is called.
   * @param {string} rule
   */
  rule(rule) {
    return this.text(this.policy.provenance?.[rule]?.label);
  }
}
