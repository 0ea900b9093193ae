import { notFound } from "next/navigation";

/** Any address nothing else answers: the not-found page, inside the shop's frame. */
export default function UnknownPage() {
  notFound();
}
