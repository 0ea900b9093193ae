import { type ChangeEvent, type ReactNode, useId } from "react";
import { classNames } from "../class-names/index.ts";
import { describedBy, FieldError } from "../field/index.ts";

export interface Choice {
  value: string;
  label: ReactNode;
  description?: ReactNode;
  /** Stands at the end of the card: a price, a time. */
  aside?: ReactNode;
  /** Why this one can't be taken; its presence switches the card off. */
  unavailable?: ReactNode;
}

export interface ChoiceGroupProps {
  name: string;
  legend: ReactNode;
  choices: readonly Choice[];
  /** One of them, or any number of them. */
  pick?: "one" | "many";
  /** What is chosen, when the caller keeps it. */
  chosen?: readonly string[] | undefined;
  defaultChosen?: readonly string[] | undefined;
  onChoose?: ((event: ChangeEvent<HTMLInputElement>) => void) | undefined;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  /** Cards beside each other where there is room. */
  columns?: 1 | 2 | 3;
}

const grids = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-2 lg:grid-cols-3" } as const;

/** Cards to choose from: native radio buttons or checkboxes, so arrows, forms and phones work without JavaScript. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { legend, choices, hint, error, columns = 1 } = props;
  const id = useId();
  return (
    <fieldset className="grid min-w-0 gap-2" aria-describedby={describedBy(id, { hint, error })}>
      <legend className="mb-1.5 text-sm font-semibold text-ink">{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-muted">
          {hint}
        </p>
      ) : null}
      <div className={classNames("grid gap-2", grids[columns])}>
        {choices.map((choice) => (
          <ChoiceCard key={choice.value} id={`${id}-${choice.value}`} choice={choice} group={props} />
        ))}
      </div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </fieldset>
  );
}

const cardClasses = [
  "relative flex min-w-0 cursor-pointer items-start gap-3 rounded-md border border-line-strong bg-surface p-(--control-padding)",
  "transition-[border-color,background-color,box-shadow] duration-(--motion-quick) hover:bg-surface-hover",
  "has-checked:border-accent has-checked:bg-accent-soft has-checked:shadow-[inset_0_0_0_1px_var(--accent)]",
  "has-disabled:cursor-not-allowed has-disabled:border-line has-disabled:bg-surface-sunken",
  "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
].join(" ");

function ChoiceCard({ id, choice, group }: { id: string; choice: Choice; group: ChoiceGroupProps }) {
  const { name, pick = "one", chosen, defaultChosen, onChoose, required } = group;
  const note = choice.unavailable ?? choice.description;
  return (
    <label className={cardClasses} htmlFor={id}>
      <input
        id={id}
        type={pick === "one" ? "radio" : "checkbox"}
        name={name}
        value={choice.value}
        required={required && pick === "one"}
        disabled={choice.unavailable !== undefined}
        {...(chosen ? { checked: chosen.includes(choice.value), readOnly: onChoose === undefined } : {})}
        {...(defaultChosen ? { defaultChecked: defaultChosen.includes(choice.value) } : {})}
        onChange={onChoose}
        aria-describedby={note ? `${id}-note` : undefined}
        aria-labelledby={`${id}-label`}
        className="mt-[0.25em] size-[1.125em] shrink-0 accent-(--accent) focus-visible:outline-none"
      />
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span
            id={`${id}-label`}
            className="flex min-w-0 flex-wrap items-baseline gap-x-2 font-semibold wrap-anywhere"
          >
            {choice.label}
          </span>
          {choice.aside ? <span className="figures text-sm text-ink-muted">{choice.aside}</span> : null}
        </span>
        {note ? (
          <span id={`${id}-note`} className="text-sm text-ink-muted">
            {note}
          </span>
        ) : null}
      </span>
    </label>
  );
}
