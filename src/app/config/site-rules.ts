import type { Stats } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { whyNotOpened } from '../../core/text/regular-file.ts'
import { findSiteRule } from '../../extract/rules/find-site-rule.ts'
import type { SiteRules } from '../../extract/rules/read-site-rules.ts'
import type { Log } from '../../pipeline/pipeline-context.ts'
import type { SiteRuleLookup } from '../../pipeline/site-rule-lookup.ts'

const LOOK_MS = 5_000
const MOST_BYTES = 4_000_000
const none: SiteRules = { rules: [], problems: [] }

/**
 * Opens the file of site rules. When a rule is needed, at most every five seconds, the file is checked, and read again if it changed; each
 * invalid line is logged, and the others apply. No file: no rules.
 */
export async function openSiteRules(path: string, log: Log, now: () => number = Date.now): Promise<SiteRuleLookup> {
  let known = none
  let mark = ''
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking: Promise<void> | undefined

  const look = async () => {
    const found = await stat(path).catch(() => undefined)
    const seen = found ? `${found.mtimeMs} ${found.size} ${found.ino}` : ''
    if (seen === mark) return
    mark = seen
    const refused = found && whyNotRead(found)
    const isRead = found !== undefined && refused === undefined
    const text = isRead ? await readFile(path, 'utf8').catch((error) => unreadable(error)) : ''
    if (refused !== undefined) log('site-rules-problem', { file: path, why: refused })
    if (text === undefined) return
    // What reads selectors is loaded for who has rules.
    known = text === '' ? none : (await import('../../extract/rules/read-site-rules.ts')).readSiteRules(text)
    for (const { line, message } of known.problems) log('site-rules-problem', { file: path, line, why: message })
    if (found) log('site-rules', { file: path, rules: known.rules.length, problems: known.problems.length })
  }
  const unreadable = (error: unknown) => {
    log('site-rules-problem', { file: path, why: error instanceof Error ? error.message : String(error) })
    return undefined
  }
  const refresh = async () => {
    if (now() - lookedAt < LOOK_MS) return looking
    lookedAt = now()
    looking = look()
    return looking
  }

  await refresh()
  return {
    async ruleFor(url) {
      await refresh()
      return findSiteRule(known.rules, url)
    },
  }
}

function whyNotRead(found: Stats): string | undefined {
  const why = whyNotOpened(found)
  if (why) return `It ${why} and was not read.`
  return found.size > MOST_BYTES ? `It is larger than ${MOST_BYTES} bytes and was not read.` : undefined
}
