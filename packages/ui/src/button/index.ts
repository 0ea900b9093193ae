export { Button, type ButtonProps } from "./button.tsx";
export { type ButtonLook, buttonClasses } from "./button-classes.ts";
export { ButtonLink, type ButtonLinkProps } from "./button-link.tsx";
