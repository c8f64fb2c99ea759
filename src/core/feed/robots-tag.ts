/**
 * Whether a page asks that no model be given its text: `noai` in X-Robots-Tag or in a meta element for robots, for all programs or
 * for this one. What is said to another program (`otherbot: noai`) is not said to us.
 */
export function asksNoModel(tags: readonly (string | undefined)[]): boolean {
  return tags.some((tag) =>
    (tag ?? '').split(',').some((part) => {
      const [rule = '', other] = part.toLowerCase().split(':').reverse()
      return rule.trim() === 'noai' && (other === undefined || other.trim() === 'twosource')
    }),
  )
}
