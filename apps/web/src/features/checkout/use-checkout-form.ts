"use client";

import { ApiProblem } from "@smplat/contracts/client";
import { useCallback, useEffect, useRef, useState } from "react";
import { readDraft, writeDraft } from "#api/draft.ts";
import { track } from "#api/track.ts";
import { useCopy } from "#i18n/copy.tsx";
import {
  type ConsentFieldName,
  type FieldName,
  type FormValues,
  formFaults,
  isFieldName,
  type TextFieldName,
  textFault,
  textFields,
} from "./checkout-fields.ts";

const draftName = "checkout";

/** What is typed, kept for this tab, and which faults may be shown: those of fields left, and the server's. */
export function useCheckoutForm(start: FormValues) {
  const t = useCopy("checkout");
  const [values, setValues] = useState(start);
  const [consents, setConsents] = useState({ "consents.terms": false, "consents.earlyStart": false });
  const [errors, setErrors] = useState<Partial<Record<FieldName, string>>>({});
  const contactReported = useRef(false);

  useEffect(() => {
    const draft = readDraft<Partial<Record<TextFieldName, unknown>>>(draftName);
    if (draft === null) return;
    setValues((before) => {
      const kept = textFields.flatMap((name) => {
        const value = draft[name];
        return typeof value === "string" && value !== "" ? [[name, value] as const] : [];
      });
      return { ...before, ...Object.fromEntries(kept) };
    });
  }, []);

  const change = useCallback((name: TextFieldName, value: string) => {
    setErrors(({ [name]: _gone, ...rest }) => rest);
    setValues((before) => {
      const after = { ...before, [name]: value };
      writeDraft(draftName, after);
      return after;
    });
  }, []);
  const consent = useCallback((name: ConsentFieldName, given: boolean) => {
    setErrors(({ [name]: _gone, ...rest }) => rest);
    setConsents((before) => ({ ...before, [name]: given }));
  }, []);
  const leave = (name: TextFieldName) => {
    const fault = textFault(name, values[name]);
    if (fault !== null) setErrors((before) => ({ ...before, [name]: t(`errors.${fault}`) }));
    const contact =
      textFault("contact.email", values["contact.email"]) ?? textFault("contact.name", values["contact.name"]);
    if (contact !== null || contactReported.current) return;
    contactReported.current = true;
    track("checkout.contact-completed");
  };

  /** Shows every fault and goes to the first; true when there is none. */
  const check = (): boolean => {
    const found = [...formFaults(values, consents)];
    setErrors(Object.fromEntries(found.map(([name, fault]) => [name, t(`errors.${fault}`)])));
    const first = found[0]?.[0];
    if (first !== undefined) focusField(first);
    return first === undefined;
  };
  /** Puts the server's refusals beside the fields they are about; false when none of them is here. */
  const showRefusal = (error: unknown): boolean => {
    const fields = error instanceof ApiProblem ? (error.problem.fields ?? []) : [];
    const here = fields.flatMap(({ path, message }) => {
      const name = path.replace(/^body\./, "");
      return isFieldName(name) ? [[name, message] as const] : [];
    });
    setErrors(Object.fromEntries(here));
    const first = here[0]?.[0];
    if (first !== undefined) focusField(first);
    return first !== undefined;
  };
  const errorOf = useCallback((name: FieldName) => errors[name], [errors]);
  const forget = useCallback(() => writeDraft(draftName, null), []);
  return { values, consents, change, consent, leave, check, showRefusal, errorOf, forget };
}

function focusField(name: FieldName): void {
  const element = document.getElementById(name);
  element?.closest("details")?.setAttribute("open", "");
  element?.focus();
}
