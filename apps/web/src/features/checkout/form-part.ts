import type { FieldName, FormValues, TextFieldName } from "./checkout-fields.ts";

/** What each section of the form needs of the whole. */
export interface FormPart {
  readonly values: FormValues;
  /** The words of a field's fault, once it may be shown. */
  readonly errorOf: (name: FieldName) => string | undefined;
  readonly onChange: (name: TextFieldName, value: string) => void;
  readonly onLeave: (name: TextFieldName) => void;
}
