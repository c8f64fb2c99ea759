import type { Alert } from '../../core/alert.ts'
import { type Rule, ruleLabel } from '../../core/rules/rule.ts'
import type { AwaitedEffect, RuleEvent } from '../../store/library/rules.ts'
import { ruleEventKey } from '../../store/library/undo-rules.ts'
import type { Store, StoredEntry } from '../../store/store.ts'
import { quietEnd } from '../../story/alerts/alert-times.ts'
import { applyMutes } from '../../story/apply-mutes.ts'
import { mutableEntry } from '../library/hide-muted.ts'
import type { AlertContext } from './alert-jobs.ts'
import { timeZoneOf } from './raise-alerts.ts'
import { sendTo } from './send-marked.ts'
import type { SendingContext } from './sending-jobs.ts'

const AT_ONCE = 200

type Awaited = { readonly effect: AwaitedEffect; readonly rule: Rule; readonly entry: StoredEntry }

/** Raises the alerts of a reader's rules. Safe to repeat: an alert has its rule and entry in its key. */
export async function raiseForRules({ store, now }: AlertContext, readerId: string): Promise<void> {
  await forAwaited(store, readerId, 'alert', async (all) => {
    const at = now().toISOString()
    const mutes = await store.mutes.list(readerId, at)
    const { shown } = applyMutes(all, mutes, ({ entry }) => mutableEntry(entry))
    const settings = await store.alerts.settings(readerId)
    const nextAt = quietEnd(at, settings, await timeZoneOf(store, readerId))
    const languages = await languagesOf(store, shown)
    const alerts = shown.map(({ rule, entry }): Alert => {
      const { articleId } = entry
      return {
        key: ruleEventKey(rule.id, Number(entry.id)),
        kind: 'report',
        cause: { kind: 'rule', target: rule.id, label: ruleLabel(rule) },
        isNewStory: false,
        title: entry.title,
        language: (articleId && languages.get(articleId)) ?? '',
        sourceName: entry.feedTitle,
        path: articleId ? `/articles/${encodeURIComponent(articleId)}` : `/entries/${encodeURIComponent(entry.id)}`,
      }
    })
    await store.alerts.raise([{ readerId, alerts, nextAt, isHeld: nextAt > at }], at)
  })
}

async function languagesOf(store: Store, all: readonly Awaited[]): Promise<ReadonlyMap<string, string>> {
  const titles = await store.titles.articles(all.flatMap(({ entry }) => entry.articleId ?? []))
  return new Map([...titles].map(([id, { language }]) => [id, language]))
}

/** Queues the messages of a reader's rules. Safe to repeat: a message has its rule and entry in its id. */
export async function sendForRules(context: SendingContext, readerId: string): Promise<void> {
  const { store, baseUrl } = context
  const destinations = new Map((await store.destinations.list(readerId)).map((each) => [each.id, each]))
  const asReader = {
    ...context,
    reader: { id: readerId, name: '', role: 'reader' as const },
    wake: () => {},
    alertContext: baseUrl === undefined ? {} : { baseUrl },
  }
  await forAwaited(store, readerId, 'send', async (all) => {
    for (const { rule, entry } of all) {
      const destination = destinations.get(rule.actions.sendTo ?? '')
      if (destination?.isOn)
        await sendTo(asReader, destination, { entry: entry.id }, ruleEventKey(rule.id, Number(entry.id)))
    }
  })
}

/** Works through what is awaited, in batches. What has no rule or entry any more is done. */
async function forAwaited(
  store: Store,
  readerId: string,
  event: RuleEvent,
  work: (all: readonly Awaited[]) => Promise<void>,
): Promise<void> {
  for (;;) {
    const effects = await store.rules.awaited(readerId, event, AT_ONCE)
    if (effects.length === 0) return
    const rules = new Map((await store.rules.list(readerId)).map((rule) => [rule.id, rule]))
    const ids = [...new Set(effects.map(({ entryId }) => entryId))]
    const entries = new Map((await store.entries.findMany(readerId, ids)).map((entry) => [entry.id, entry]))
    const all = effects.flatMap((effect) => {
      const [rule, entry] = [rules.get(effect.ruleId), entries.get(effect.entryId)]
      return rule && entry ? [{ effect, rule, entry }] : []
    })
    if (all.length > 0) await work(all)
    await store.rules.setDone(readerId, event, effects)
  }
}
