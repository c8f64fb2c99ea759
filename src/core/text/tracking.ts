const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref|ref_src|cmp|cmpid|ito|at_\w+|ns_\w+)$/i

/** Whether a URL parameter is for tracking only: the page is the same without it. */
export function isTracking(parameter: string): boolean {
  return TRACKING.test(parameter)
}
