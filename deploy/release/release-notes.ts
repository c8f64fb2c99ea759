/**
 * What the changelog has of a version, or of what is not released yet: the notes of its release.
 * @param repository where its source is: links to files of the project lead there, as notes stand apart from them
 */
export function releaseNotes(changelog: string, version: string, repository?: string): string {
  const parts = changelog.split(/^## /m).slice(1)
  const titled = (title: string) => parts.find((part) => part.split(/\s/, 1)[0] === title)
  const part = titled(version) ?? titled('Unreleased')
  if (part === undefined)
    throw new Error(`CHANGELOG.md has no heading “## ${version}” and no “## Unreleased”: add one.`)
  const notes = `${part.slice(part.indexOf('\n')).trim()}\n`
  return repository === undefined ? notes : notes.replace(/\]\((?!\w+:)/g, `](${repository}/blob/v${version}/`)
}
