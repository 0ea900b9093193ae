export { controlClasses } from "./control-classes.ts";
export { describedBy, Field, FieldError, type FieldProps, type FieldWords } from "./field.tsx";
