import type { PackProblem, PackReport } from './verify-pack.ts'

const subjectNames = { story: 'Story:', check: 'Check:', data: 'Data: ' } as const
const problemsShown = 20

/** The result of a check in plain words, as lines. */
export function reportLines(
  { of, problems, fingerprint, title, version, ...counts }: PackReport,
  given?: string,
): readonly string[] {
  const about = [
    ...(title === undefined
      ? []
      : [`${subjectNames[of ?? 'story']}       ${title.replace(/\s+/g, ' ')}`, `Made by:     Twosource ${version}`]),
    ...(fingerprint === undefined ? [] : [`Fingerprint: ${fingerprint}`]),
  ]
  if (problems.length > 0) {
    const more = problems.length - problemsShown
    return [
      'NOT INTACT. Don’t rely on this pack.',
      ...about,
      '',
      ...problems.slice(0, problemsShown).map((problem) => `- ${problemText(problem)}`),
      ...(more > 0 ? [`- and ${more} more`] : []),
    ]
  }
  return [
    'INTACT.',
    ...about,
    '',
    `All ${counts.fileCount} files are as the manifest lists them, and nothing was added.`,
    of === 'data'
      ? 'It has places and hashes of passages. To check one, take the text of its document from elsewhere.'
      : `All ${counts.citationCount} cited passages are in the ${counts.textCount} texts, letter by letter.`,
    given === undefined
      ? 'Now compare the fingerprint with the one you got from whoever made the pack: a pack that somebody rebuilt is intact, too, but has another.'
      : 'The fingerprint is the one you gave: this is that pack, to the byte.',
  ]
}

function problemText(problem: PackProblem): string {
  switch (problem.kind) {
    case 'archive':
      return `The ZIP file isn't as Twosource wrote it: ${problem.why}. It was changed, damaged, or zipped again; get the original file.`
    case 'manifest':
      return `manifest.json can't be used: ${problem.why}.`
    case 'changed':
      return `Changed: ${problem.file}`
    case 'missing':
      return `Missing: ${problem.file}`
    case 'added':
      return `Added: ${problem.file}`
    case 'fingerprint':
      return `This is another pack: the fingerprint you gave is ${problem.given.slice(0, 80)}.`
    case 'citation':
      return `${problem.file} cites words that aren't at that place in the text: ${JSON.stringify(problem.exact.slice(0, 100))}`
  }
}
