const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref|ref_src|cmp|cmpid|ito|at_\w+|ns_\w+)$/i

/** Whether a parameter of an address only tells where somebody came from: the page is the same without it. */
export function isTracking(parameter: string): boolean {
  return TRACKING.test(parameter)
}
