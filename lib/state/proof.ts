/** What the browser itself says about the policies that hold this page. */
export interface Proof {
  /** True when a request made on purpose was refused. */
  readonly refused: boolean;
  /**
   * True when a policy came with the response. One that is only written into the page does not hold its worker,
   * and cannot say who may frame it: that is how the two are told apart.
   */
  readonly byHeader: boolean;
  /** The strictest policy, as the browser reports it; empty when none stopped the request. */
  readonly policy: string;
}

/** Never crosses a network, so nothing leaves even where no policy is in force. */
const HARMLESS = 'data:,';
/** Reports of a refusal may come after the refusal; milliseconds. */
const REPORTS_WITHIN = 250;

/** Asks the browser for something harmless that the policy must refuse, and reports what happened. */
export async function askForProof(): Promise<Proof> {
  const policies: string[] = [];
  const listen = (event: SecurityPolicyViolationEvent) => void policies.push(event.originalPolicy);
  document.addEventListener('securitypolicyviolation', listen);
  const refused = await fetch(HARMLESS).then(
    () => false,
    () => true,
  );
  if (refused) await new Promise((resolve) => setTimeout(resolve, REPORTS_WITHIN));
  document.removeEventListener('securitypolicyviolation', listen);
  return proofOf(refused, policies);
}

export function proofOf(refused: boolean, policies: readonly string[]): Proof {
  const sent = policies.find((policy) => policy.includes('frame-ancestors'));
  return { refused, byHeader: sent !== undefined, policy: sent ?? policies[0] ?? '' };
}

/** In a frame of another site pickers fail and storage may: large drops go better in an own tab. */
export const isFramed = (): boolean => {
  try {
    return window.self !== window.top;
  } catch {
    return true;
  }
};
