/**
 * Asks the core about a workspace and keeps the last good answer of each part, so that a bad entry greys one figure
 * and leaves the rest alive. It computes nothing itself.
 * @module
 */
import { effective } from "./policy-edits.js";
import { activePartners, compared, currentDossier, currentIndex, nextMonth } from "./workspace.js";

/** @typedef {import("allymark/engine").Engine} Engine */
/** @typedef {import("allymark/engine").InputError} InputError */
/** @typedef {import("allymark/engine").Selection} Selection */
/** @typedef {import("allymark/engine").Quote} Quote */
/** @typedef {import("allymark/engine").Curve} Curve */
/** @typedef {import("allymark/engine").Assessment} Assessment */
/** @typedef {import("allymark/engine").Dossier} Dossier */
/** @typedef {import("./workspace.js").Workspace} Workspace */
/**
 * @typedef {object} Rules the policy in force
 * @property {string} id
 * @property {string} version
 * @property {string} digest of `document`
 * @property {any} document what is in force: the last sound state of what is wanted
 * @property {any} wanted the pack with all edits, sound or not
 * @property {any} base the pack without this workspace's edits
 * @property {boolean} edited
 * @property {InputError[]} errors of what is wanted
 * @property {import("allymark/engine").Finding[]} lint what is contradictory about the rules themselves
 * @property {any} reference how the core is told of it
 */
/**
 * @typedef {object} Results
 * @property {Rules} policy
 * @property {Selection | null} selection
 * @property {Set<string>} staleTrials ids of partners whose trial shows the last good figures
 * @property {Map<string, Room>} rooms key level, readiness and due diligence of each active partner, by id
 * @property {Quote | null} quote
 * @property {boolean} staleQuote
 * @property {Curve | null} curve
 * @property {Assessment | null} months the assessment of the partner's months alone
 * @property {boolean} staleMonths
 * @property {string | null} month the month in view
 * @property {import("allymark/engine").Finding[]} lint what is contradictory about the policy itself
 * @property {Assessment | null} assessment of everything that is known of the partner, at the workspace's day
 * @property {Room} whole the same with its errors
 * @property {InputError[]} errors with paths into the workspace
 */

/** @typedef {{result: Assessment | null, stale: boolean, errors: InputError[]}} Room */
/** @typedef {{month: string | null, curveTo: (quote: Quote, document: any) => number}} View the month in view, and how far the curve of the pay goes */

const NO_TRIAL = { metrics: {} };
/** Partners that one step of a long question is about: a few milliseconds. */
const AT_A_TIME = 50;
/** What is known of a candidate before its trial. */
const BEFORE_TRIAL = /** @type {const} */ (["keyLevel", "ability", "willingness", "needs", "offers", "sourcing", "screening", "diligence"]);
/** Of these, what may forbid to pick it. */
const GATES = /** @type {const} */ (["willingness", "screening", "diligence"]);

/**
 * Some members of a dossier.
 * @param {Dossier} dossier
 * @param {readonly (keyof Dossier)[]} members
 * @returns {any}
 */
const only = (dossier, members) => Object.fromEntries(members.filter((member) => dossier[member] !== undefined).map((member) => [member, dossier[member]]));

/**
 * Leaves out what is null or empty: a missing figure is absent for the core.
 * @param {any} value
 * @returns {any}
 */
export function present(value) {
  if (Array.isArray(value)) return value.map(present);
  if (value === null || typeof value !== "object") return value;
  /** @type {Record<string, any>} */
  const copy = {};
  for (const [key, entry] of Object.entries(value)) {
    const kept = present(entry);
    const empty = kept === null || kept === undefined || (typeof kept === "object" && !Array.isArray(kept) && Object.keys(kept).length === 0);
    if (!empty || key === "metrics") copy[key] = kept ?? {};
  }
  return copy;
}

/** @type {WeakMap<object, any>} */
const copies = new WeakMap();

/**
 * The same for a dossier, which never changes: its copy is kept.
 * @param {Dossier} dossier
 */
export function presentDossier(dossier) {
  let copy = copies.get(dossier);
  if (!copy) copies.set(dossier, (copy = present(dossier)));
  return copy;
}

/**
 * A path into the dossiers that were asked about, as one into the workspace, which also holds archived ones.
 * @param {string} path
 * @param {number[]} places
 */
function place(path, places) {
  return path.replace(/^\/dossiers\/(\d+)/, (whole, at) => (places[at] === undefined ? whole : `/dossiers/${places[at]}`));
}

/**
 * @param {Selection} selection
 * @param {number[]} places
 */
function placed(selection, places) {
  selection.findings = selection.findings.map((finding) => ({ ...finding, path: place(finding.path, places) }));
  return selection;
}

/**
 * An answer whose steps are asked for when somebody opens 怎么算的 or prints: they are as long as the answer itself.
 * @template {{ok: boolean}} T
 * @param {T} answer
 * @param {() => any} ask the same question with its steps
 * @returns {T}
 */
function withTrace(answer, ask) {
  if (!answer.ok) return answer;
  /** @type {any} */
  let trace;
  return Object.defineProperty(answer, "trace", {
    enumerable: true,
    configurable: true,
    get: () => (trace ??= ask().trace),
  });
}

/**
 * A new answer in which every part that is as before is the same object as before: who has drawn it need not draw it
 * again. An answer that has steps stays a new one, for they may tell of other figures.
 * @param {any} before
 * @param {any} after
 * @returns {any}
 */
export function settled(before, after) {
  if (before === after || before === null || after === null || typeof before !== "object" || typeof after !== "object" || Array.isArray(before) !== Array.isArray(after)) return after;
  const keys = Object.keys(after);
  let same = keys.length === Object.keys(before).length;
  for (const key of keys) {
    if (key === "trace") {
      same = false;
      continue;
    }
    const kept = settled(before[key], after[key]);
    if (kept !== after[key]) after[key] = kept;
    same &&= kept === before[key];
  }
  return same ? before : after;
}

/**
 * An answer that rules gave which are no longer those wanted: stale, where there is one.
 * @template {{result: any, stale: boolean}} T
 * @param {T} answer
 * @param {boolean} unsound
 * @returns {T}
 */
const aged = (answer, unsound) => (unsound && answer.result && !answer.stale ? { ...answer, stale: true } : answer);

export class Judge {
  #engine;
  /** @type {Map<string, Dossier>} */ #goodTrials = new Map();
  /** @type {Map<string, any>} */ #good = new Map();
  /** Facts of the last sound rooms, which decide who may be picked. @type {Map<string, any>} */ #goodGates = new Map();
  /** @type {{asked: object, policy: Rules} | null} */ #policy = null;
  /** The last comparison, and the facts it came from. @type {{parts: unknown[], answer: {result: Selection | null, stale: Set<string>, errors: InputError[]}} | null} */ #selected = null;
  /** @type {WeakMap<object, Map<string, any>>} */ #memo = new WeakMap();

  /** @param {Engine} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  /**
   * The pack in force: the loaded one, or a copy with this workspace's edits. While the edits are unsound the last sound
   * copy stays in force, and the errors stand beside.
   * @param {Workspace} workspace
   * @returns {Rules}
   */
  policy(workspace) {
    const asked = workspace.policy;
    if (this.#policy?.asked === asked) return this.#policy.policy;
    const known = this.#engine.policies();
    const pack = known.find((entry) => entry.id === asked.id) ?? known[0];
    const base = asked.document ?? pack.document;
    const edited = Object.keys(asked.edits).length > 0;
    const wanted = edited ? effective(base, asked.edits) : base;
    const checked = this.#engine.check(wanted);
    const last = this.#policy?.policy;
    /** @type {Rules} */
    let policy;
    if (checked.ok) {
      const reference = edited || asked.document ? wanted : pack.id;
      policy = { id: checked.id, version: checked.version, digest: checked.digest, document: wanted, wanted, base, edited, errors: [], lint: checked.findings, reference };
    } else {
      const sound = last && last.base === base ? last : { id: pack.id, version: pack.version, digest: pack.digest, document: pack.document, lint: [], reference: pack.id };
      policy = { ...sound, wanted, base, edited, errors: checked.errors };
    }
    this.#policy = { asked, policy };
    return policy;
  }

  /**
   * @param {Workspace} workspace
   * @param {View} view
   * @returns {Results}
   */
  judge(workspace, view) {
    const steps = this.inSteps(workspace, view);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /**
   * The same, one question at a time: what was answered is kept, so that who judges the same state again gets it at once.
   * @param {Workspace} workspace
   * @param {View} view
   * @returns {Generator<void, Results, void>}
   */
  *inSteps(workspace, view) {
    const policy = this.policy(workspace);
    const { reference } = policy;
    const index = currentIndex(workspace);
    /** @type {Map<string, Room>} */
    const rooms = new Map();
    yield;
    const whole = this.#whole(currentDossier(workspace), index, reference, workspace.asOf);
    for (const { dossier, index: at } of compared(workspace)) {
      yield;
      rooms.set(dossier.id, this.#room(dossier, at, workspace.asOf, reference, at === index ? whole : null));
    }
    yield;
    const trials = this.#select(workspace, reference);
    yield;
    const agreement = this.#quote(currentDossier(workspace), index, reference);
    yield;
    const months = this.#months(currentDossier(workspace), index, reference, view.month);
    yield;
    const curve = agreement.result && agreement.result.net !== null ? this.#curve(currentDossier(workspace), reference, agreement.result, view.curveTo(agreement.result, policy.document)) : null;
    const told = [...[...rooms.values()].flatMap((room) => room.errors), ...trials.errors, ...agreement.errors, ...months.errors];
    // Under rules that the core refuses, every answer is one of the last sound rules.
    const unsound = policy.errors.length > 0;
    return {
      policy,
      assessment: whole.result,
      whole: aged(whole, unsound),
      selection: trials.result,
      staleTrials: unsound ? new Set(workspace.dossiers.map(({ id }) => id)) : trials.stale,
      rooms: unsound ? new Map([...rooms].map(([id, room]) => [id, aged(room, true)])) : rooms,
      quote: agreement.result,
      staleQuote: aged(agreement, unsound).stale,
      curve,
      months: months.result,
      staleMonths: aged(months, unsound).stale,
      month: months.month,
      lint: policy.lint,
      errors: [...told, ...whole.errors.filter((error) => told.every((other) => other.path !== error.path))],
    };
  }

  /**
   * The year's pay and the month's grade of any partner, for lists; and which of them, and of its trial, is the last good one.
   * @param {Workspace} workspace
   * @param {number} index
   */
  brief(workspace, index) {
    const { reference, errors } = this.policy(workspace);
    const dossier = workspace.dossiers[index];
    const unsound = errors.length > 0;
    const quote = aged(this.#quote(dossier, index, reference), unsound);
    const months = aged(this.#months(dossier, index, reference, null), unsound);
    const staleTrial = unsound || this.#select(workspace, reference).stale.has(dossier.id);
    return { quote: quote.result, months: months.result, staleQuote: quote.stale, staleMonths: months.stale, staleTrial };
  }

  /**
   * A partner's trial, also of one that does not stand among those side by side: its verdict and its score are its own.
   * @param {Workspace} workspace
   * @param {number} index
   * @returns {import("allymark/engine").TrialResult | null}
   */
  trial(workspace, index) {
    const dossier = workspace.dossiers[index];
    const { reference } = this.policy(workspace);
    /** @type {Selection | null} */
    const selection = this.#select(workspace, reference).result;
    const beside = selection?.ranking.find((result) => result.id === dossier.id);
    if (beside) return beside;
    return this.#once(dossier, `trial/${workspace.asOf}`, reference, () => {
      const { id, name, trial } = dossier;
      const answer = this.#engine.select({ policy: reference, dossiers: [present({ id, name, trial: trial ?? NO_TRIAL })], asOf: workspace.asOf, draws: 1 });
      return answer.ok ? answer.ranking[0] ?? null : null;
    });
  }

  /**
   * The current partner's scorecard of one month; null where it has none.
   * @param {Workspace} workspace
   * @param {string} month
   */
  card(workspace, month) {
    const { result, month: found } = this.#months(currentDossier(workspace), currentIndex(workspace), this.policy(workspace).reference, month);
    return found === month ? result?.scorecard ?? null : null;
  }

  /**
   * What the core would object to in another state of the workspace: trials, and the months and the money of the partner
   * in view. Nothing is kept of it. It is asked in steps, each of which tells how many partners are through.
   * @param {Workspace} workspace
   * @returns {Generator<number, InputError[], void>}
   */
  *objections(workspace) {
    const { reference } = this.policy(workspace);
    const partners = activePartners(workspace);
    /** @type {InputError[]} */
    const errors = [];
    for (let from = 0; from < partners.length; from += AT_A_TIME) {
      const some = partners.slice(from, from + AT_A_TIME);
      const dossiers = some.map(({ dossier: { id, name, trial } }) => present({ id, name, trial: trial ?? NO_TRIAL }));
      const trials = this.#engine.select({ policy: reference, dossiers, asOf: workspace.asOf, draws: 1 });
      if (!trials.ok) for (const error of trials.errors) errors.push({ ...error, path: place(error.path, some.map((partner) => partner.index)) });
      yield Math.min(partners.length, from + AT_A_TIME);
    }
    const index = currentIndex(workspace);
    const { id, months = [], investment } = workspace.dossiers[index];
    const card = this.#engine.assess({ policy: reference, dossier: present({ id, months, investment }), asOf: workspace.asOf });
    if (!card.ok) for (const error of card.errors) errors.push({ ...error, path: error.path.replace(/^\/dossier(?=\/|$)/, `/dossiers/${index}`) });
    return errors;
  }

  /**
   * One answer per pair of immutable inputs.
   * @template T
   * @param {object | undefined} subject
   * @param {string} key
   * @param {any} reference
   * @param {() => T} ask
   * @returns {T}
   */
  #once(subject, key, reference, ask) {
    if (!subject) return ask();
    let answers = this.#memo.get(subject);
    if (!answers) this.#memo.set(subject, (answers = new Map()));
    const stored = answers.get(key);
    if (stored && stored.reference === reference) return stored.answer;
    const answer = ask();
    answers.set(key, { reference, answer });
    return answer;
  }

  /** @param {Parameters<Engine["assess"]>[0]} request */
  #assess(request) {
    return withTrace(this.#engine.assess(request), () => this.#engine.assess({ ...request, trace: true }));
  }

  /** @param {Parameters<Engine["select"]>[0]} request */
  #ranked(request) {
    return withTrace(this.#engine.select(request), () => this.#engine.select({ ...request, trace: true }));
  }

  /**
   * Key level, readiness and due diligence of a partner. Trial and agreement come along, because a key partner signed
   * without a trial is a finding; an error in them is another step's and leaves the rooms alive.
   * @param {Dossier} dossier
   * @param {number} index
   * @param {string} asOf
   * @param {any} policy
   * @param {Room | null} whole the answer about all of the dossier, which tells the same of its rooms when it is sound
   * @returns {Room}
   */
  #room(dossier, index, asOf, policy, whole) {
    return this.#once(dossier, `room/${index}/${asOf}`, policy, () => {
      const { id, name } = dossier;
      if (whole?.result && whole.errors.length === 0) {
        this.#goodGates.set(id, only(dossier, GATES));
        this.#good.set(`room/${id}`, whole.result);
        return whole;
      }
      const facts = only(dossier, BEFORE_TRIAL);
      const ask = (/** @type {any} */ more) => this.#assess({ policy, dossier: present({ id, name, ...facts, ...more }), asOf });
      const both = ask(only(dossier, ["trial", "agreement"]));
      const elsewhere = (/** @type {InputError} */ error) => /^\/dossier\/(trial|agreement)(\/|$)/.test(error.path);
      const answer = !both.ok && both.errors.every(elsewhere) ? ask({}) : both;
      if (answer.ok) this.#goodGates.set(id, only(dossier, GATES));
      else answer.errors = answer.errors.filter((error) => !elsewhere(error));
      return this.#kept(answer, `room/${id}`, (path) => path.replace(/^\/dossier(?=\/|$)/, `/dossiers/${index}`));
    });
  }

  /**
   * @param {Workspace} workspace
   * @param {any} policy
   */
  #select(workspace, policy) {
    const partners = compared(workspace);
    const facts = partners.map(({ dossier: { id, name, trial } }) => ({ id, name, ...this.#goodGates.get(id), trial: trial ?? NO_TRIAL }));
    const asOf = workspace.asOf;
    const parts = [policy, asOf, ...partners.map(({ index }) => index), ...facts.flatMap((entry) => Object.values(entry))];
    if (this.#selected && this.#selected.parts.length === parts.length && this.#selected.parts.every((part, at) => part === parts[at])) return this.#selected.answer;
    const dossiers = facts.map(present);
    const ask = () => {
      const places = partners.map(({ index }) => index);
      const answer = this.#ranked({ policy, dossiers, asOf });
      if (answer.ok) {
        this.#goodTrials = new Map(dossiers.map((dossier) => [dossier.id, dossier]));
        return { result: settled(this.#selected?.answer.result ?? null, placed(answer, places)), stale: /** @type {Set<string>} */ (new Set()), errors: [] };
      }
      const wrong = new Set(answer.errors.map((error) => Number(/^\/dossiers\/(\d+)/.exec(error.path)?.[1] ?? -1)));
      const stale = new Set(dossiers.filter((_, at) => wrong.has(at)).map((dossier) => dossier.id));
      const usable = dossiers
        .map((dossier, at) => ({ dossier: wrong.has(at) ? this.#goodTrials.get(dossier.id) : dossier, place: places[at] }))
        .filter(({ dossier }) => dossier !== undefined);
      const again = this.#ranked({ policy, dossiers: usable.map(({ dossier }) => dossier), asOf });
      if (again.ok) this.#goodTrials = new Map([...this.#goodTrials, ...usable.map(({ dossier }) => /** @type {const} */ ([dossier.id, dossier]))]);
      const errors = answer.errors.map((error) => ({ ...error, path: place(error.path, places) }));
      return { result: again.ok ? placed(again, usable.map((entry) => entry.place)) : null, stale, errors };
    };
    const answer = ask();
    this.#selected = { parts, answer };
    return answer;
  }

  /**
   * @param {Dossier} dossier
   * @param {number} index
   * @param {any} policy
   * @returns {{result: Quote | null, stale: boolean, errors: InputError[]}}
   */
  #quote(dossier, index, policy) {
    // The draft's clauses are a dossier's matter: a quote knows none.
    const { clauses: _, ...agreement } = present(dossier.agreement ?? {});
    if (agreement.volume === undefined) return { result: null, stale: false, errors: [] };
    return this.#once(dossier.agreement, `quote/${index}`, policy, () => {
      const request = { policy, ...agreement };
      const answer = withTrace(this.#engine.quote(request), () => this.#engine.quote({ ...request, trace: true }));
      const key = `quote/${dossier.id}/${agreement.contractYear ?? 1}`;
      return this.#kept(answer, key, (path) => `/dossiers/${index}/agreement${path}`);
    });
  }

  /**
   * @param {Dossier} dossier
   * @param {any} policy
   * @param {Quote} quote
   * @param {number} to
   * @returns {Curve | null}
   */
  #curve(dossier, policy, quote, to) {
    const reading = quote.reading;
    return this.#once(dossier.agreement, `curve/${to}`, policy, () => {
      const answer = this.#engine.curve({ policy, contractYear: quote.contractYear, to, reading });
      return answer.ok ? answer : null;
    });
  }

  /**
   * @param {Dossier} dossier
   * @param {number} index
   * @param {any} policy
   * @param {string | null} wanted
   * @returns {{result: Assessment | null, stale: boolean, errors: InputError[], month: string | null}}
   */
  #months(dossier, index, policy, wanted) {
    const all = dossier.months ?? [];
    const entry = all.find((month) => month.month === wanted) ?? all.at(-1);
    if (!entry) return { result: null, stale: false, errors: [], month: null };
    const asked = this.#once(dossier.months, `months/${index}/${entry.month}`, policy, () => {
      const asOf = `${nextMonth(entry.month)}-01`;
      const answer = this.#assess({ policy, dossier: present({ id: dossier.id, name: dossier.name, months: all }), asOf });
      if (answer.ok) answer.findings = answer.findings.filter((finding) => finding.path.startsWith("/dossier/months"));
      return this.#kept(answer, `months/${dossier.id}/${entry.month}`, (path) => path.replace(/^\/dossier(?=\/|$)/, `/dossiers/${index}`));
    });
    return { ...asked, month: entry.month };
  }

  /**
   * The whole dossier. An investment that is still being filled in is not wrong: it waits until it can be judged.
   * @param {Dossier} dossier
   * @param {number} index
   * @param {any} policy
   * @param {string} asOf
   * @returns {Room}
   */
  #whole(dossier, index, policy, asOf) {
    return this.#once(dossier, `whole/${index}/${asOf}`, policy, () => {
      const { investment, ...rest } = presentDossier(dossier);
      const ask = (/** @type {any} */ facts) => this.#assess({ policy, dossier: facts, asOf });
      const asked = ask({ ...rest, investment });
      const waits = (/** @type {InputError} */ error) => /^\/dossier\/investment\/(start|rate|invested)$/.test(error.path) && /^(missing_field|empty_list)$/.test(error.code);
      const wrong = asked.ok ? [] : asked.errors.filter((error) => !waits(error));
      const answer = asked.ok || wrong.length === asked.errors.length ? asked : wrong.length === 0 ? ask(rest) : { ...asked, errors: wrong };
      return this.#kept(answer, `whole/${dossier.id}`, (path) => path.replace(/^\/dossier(?=\/|$)/, `/dossiers/${index}`));
    });
  }

  /**
   * A good answer is kept; a refused one gives its errors and the last good answer, marked stale.
   * @param {any} answer
   * @param {string} key
   * @param {(path: string) => string} address
   */
  #kept(answer, key, address) {
    if (answer.ok) {
      this.#good.set(key, answer);
      return { result: answer, stale: false, errors: [] };
    }
    const errors = answer.errors.map((/** @type {InputError} */ error) => ({ ...error, path: address(error.path) }));
    return { result: this.#good.get(key) ?? null, stale: this.#good.has(key), errors };
  }
}
