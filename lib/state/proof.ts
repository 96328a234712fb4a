/** What the browser itself says about the policy that holds this page. */
export interface Proof {
  /** True when a request made on purpose was refused. */
  readonly refused: boolean;
  /** The policy as the browser reports it; empty when none stopped the request. */
  readonly policy: string;
}

/** Never crosses a network, so nothing leaves even where no policy is in force. */
const HARMLESS = 'data:,';
const PATIENCE_MS = 300;

/** Asks the browser for something harmless that the policy must refuse, and reports what happened. */
export async function askForProof(): Promise<Proof> {
  let policy = '';
  const listen = (event: SecurityPolicyViolationEvent) => {
    policy ||= event.originalPolicy;
  };
  document.addEventListener('securitypolicyviolation', listen);
  const refused = await fetch(HARMLESS).then(
    () => false,
    () => true,
  );
  // The report of the violation may come after the refusal.
  if (refused && !policy) await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  document.removeEventListener('securitypolicyviolation', listen);
  return { refused, policy };
}

/** In a frame of another site pickers fail and storage may: large drops go better in an own tab. */
export const isFramed = (): boolean => {
  try {
    return window.self !== window.top;
  } catch {
    return true;
  }
};
