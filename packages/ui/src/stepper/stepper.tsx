import type { ReactNode } from "react";
import { classNames } from "../class-names/index.ts";
import { Icon } from "../icon/index.ts";

export interface Step {
  id: string;
  label: ReactNode;
  /** Where a finished step can be opened again. */
  href?: string;
}

export interface StepperProps {
  /** What the steps lead to, for screen readers. */
  label: string;
  steps: readonly Step[];
  /** The id of the step one is on. */
  current: string;
  /** Read out after the name of a finished step. */
  doneLabel: string;
}

/** The steps of a task, and which one is now. On a phone only the current one shows its name. */
export function Stepper({ label, steps, current, doneLabel }: StepperProps) {
  const now = steps.findIndex((step) => step.id === current);
  return (
    <nav aria-label={label}>
      <ol className="flex items-center gap-2">
        {steps.map((step, index) => (
          <li
            key={step.id}
            aria-current={index === now ? "step" : undefined}
            className={classNames(
              "flex min-w-0 items-center gap-2",
              index < steps.length - 1 && (index === now ? "flex-1" : "sm:flex-1"),
            )}
          >
            <StepMark
              step={step}
              number={index + 1}
              state={index < now ? "done" : index === now ? "now" : "ahead"}
              doneLabel={doneLabel}
            />
            {index < steps.length - 1 ? (
              <span
                aria-hidden="true"
                className={classNames("h-0.5 min-w-3 flex-1 rounded-full", index < now ? "bg-accent" : "bg-line")}
              />
            ) : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}

const marks = {
  done: "bg-accent-soft text-accent-ink border-accent",
  now: "bg-accent text-on-accent border-accent",
  ahead: "bg-surface text-ink-muted border-line-strong",
} as const;

function StepMark(props: { step: Step; number: number; state: keyof typeof marks; doneLabel: string }) {
  const { step, number, state, doneLabel } = props;
  const content = (
    <>
      <span
        aria-hidden="true"
        className={classNames(
          "figures grid size-7 shrink-0 place-items-center rounded-full border-2 text-sm font-semibold dense:size-6",
          marks[state],
        )}
      >
        {state === "done" ? <Icon name="check" /> : number}
      </span>
      <span
        className={classNames(
          "text-sm font-semibold",
          state === "now"
            ? "min-w-0 leading-tight wrap-anywhere hyphens-auto text-ink"
            : "sr-only text-ink-muted sm:not-sr-only",
        )}
      >
        {step.label}
        {state === "done" ? <span className="sr-only"> ({doneLabel})</span> : null}
      </span>
    </>
  );
  const classes = "flex min-w-0 items-center gap-2 rounded-full";
  return state === "done" && step.href ? (
    <a href={step.href} className={classNames(classes, "underline-offset-4 hover:underline")}>
      {content}
    </a>
  ) : (
    <span className={classes}>{content}</span>
  );
}
