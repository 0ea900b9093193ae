"use client";

import { canVerify, type PublishedKey, type Verification, verifyProofFile } from "@smplat/receipt-verifier";
import { useEffect, useRef, useState } from "react";

/** A proof file of a long order is some hundred kilobytes. */
const sizeMax = 20_000_000;

export type VerificationState =
  | { readonly status: "idle" | "checking" | "too-large" }
  | { readonly status: "done"; readonly result: Verification };

/** Checks bytes one after the other in this browser; of several the last one counts. */
export function useVerification(keys: readonly PublishedKey[]) {
  const [state, setState] = useState<VerificationState>({ status: "idle" });
  const [supported, setSupported] = useState(true);
  const latest = useRef(0);
  useEffect(() => {
    void canVerify().then(setSupported);
  }, []);
  const verify = async (source: Blob) => {
    const turn = ++latest.current;
    if (source.size > sizeMax) return setState({ status: "too-large" });
    setState({ status: "checking" });
    const result = await verifyProofFile(new Uint8Array(await source.arrayBuffer()), keys);
    if (turn === latest.current) setState({ status: "done", result });
  };
  return { state, supported, verify };
}
