/** What had an effect outside the workspace or outlives the session: the raw material of canaries. */
export type Deed =
  | { readonly kind: 'request'; readonly method: string; readonly url: string; readonly body: string }
  | { readonly kind: 'sent'; readonly channel: string; readonly target: string; readonly text: string }
  | { readonly kind: 'scheduled'; readonly name: string; readonly job: string }
  | { readonly kind: 'unscheduled'; readonly jobId: string }
  | { readonly kind: 'spawned'; readonly label: string; readonly task: string };
