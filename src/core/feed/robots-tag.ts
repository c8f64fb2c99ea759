/**
 * Whether a page asks that no model be given its text: `noai` in X-Robots-Tag or in a robots meta element, for all programs or
 * for this one. What is addressed to another program (`otherbot: noai`) doesn't count.
 */
export function asksNoModel(tags: readonly (string | undefined)[]): boolean {
  return tags.some((tag) =>
    (tag ?? '').split(',').some((part) => {
      const [rule = '', other] = part.toLowerCase().split(':').reverse()
      return rule.trim() === 'noai' && (other === undefined || other.trim() === 'twosource')
    }),
  )
}
