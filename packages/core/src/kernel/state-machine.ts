/** One allowed move. `to` lists every state the move can end in; which one is decided by the machine's owner. */
export interface Transition<State extends string, Command extends string> {
  readonly from: readonly State[];
  readonly command: Command;
  readonly to: readonly State[];
}

export interface StateMachine<State extends string, Command extends string> {
  readonly initial: State;
  readonly transitions: readonly Transition<State, Command>[];
  /** Commands with an edge out of a state, whatever their guards say. */
  commandsFrom(state: State): readonly Command[];
  /** Whether an edge `from → to` for this command is in the table. */
  allows(from: State, command: Command, to: State): boolean;
}

/**
 * Checks a transition table and makes a machine of it. Throws when a state can't be reached from the first one, when
 * an ended state has a way out, or when a pair (state, command) is listed twice.
 */
export function defineStateMachine<State extends string, Command extends string>(definition: {
  readonly states: readonly State[];
  readonly initial: State;
  readonly ended: readonly State[];
  readonly transitions: readonly Transition<State, Command>[];
}): StateMachine<State, Command> {
  const edges = new Map<string, ReadonlySet<State>>();
  for (const transition of definition.transitions) {
    for (const from of transition.from) {
      const key = `${from} ${transition.command}`;
      if (edges.has(key)) throw new Error(`Two transitions for ${key}`);
      if (definition.ended.includes(from)) throw new Error(`${from} has ended but ${transition.command} leaves it`);
      edges.set(key, new Set(transition.to));
    }
  }
  assertReachable(definition.states, definition.initial, definition.transitions);
  return {
    initial: definition.initial,
    transitions: definition.transitions,
    commandsFrom: (state) =>
      definition.transitions.filter((entry) => entry.from.includes(state)).map((entry) => entry.command),
    allows: (from, command, to) => edges.get(`${from} ${command}`)?.has(to) ?? false,
  };
}

function assertReachable<State extends string>(
  states: readonly State[],
  initial: State,
  transitions: readonly Transition<State, string>[],
): void {
  const reached = new Set<State>([initial]);
  let grew = true;
  while (grew) {
    const before = reached.size;
    for (const transition of transitions) {
      if (transition.from.some((from) => reached.has(from))) for (const to of transition.to) reached.add(to);
    }
    grew = reached.size > before;
  }
  const lost = states.filter((state) => !reached.has(state));
  if (lost.length > 0) throw new Error(`States never reached: ${lost.join(", ")}`);
}
