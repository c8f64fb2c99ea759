import type { z } from 'zod'
import type { ModelPort } from '../core/model.ts'
import type { ReaderIdentity, Role } from '../core/reader-identity.ts'
import type { TranslatorPort } from '../core/translation.ts'
import type { OidcClient } from '../credentials/oidc.ts'
import type { Speech } from '../delivery/speech.ts'
import type { Http } from '../http/client.ts'
import type { AnalysisPool } from '../pipeline/analysis/analysis-pool.ts'
import type { MeaningIndex } from '../pipeline/analysis/meaning-index.ts'
import type { MailboxFetcher } from '../pipeline/pages/fetch-mailbox.ts'
import type { PageFetched } from '../pipeline/pages/fetch-page.ts'
import type { OutletIcons } from '../pipeline/pages/outlet-icons.ts'
import type { Pictures } from '../pipeline/pages/pictures.ts'
import type { RecordingReader } from '../pipeline/pages/recording-reader.ts'
import type { Pipeline } from '../pipeline/pipeline.ts'
import type { Log } from '../pipeline/pipeline-context.ts'
import type { FeedReader } from '../pipeline/polls/feed-reader.ts'
import type { SiteRuleLookup } from '../pipeline/site-rule-lookup.ts'
import type { Store } from '../store/store.ts'
import type { ActiveMailer } from './admin/active-mailer.ts'
import type { ActiveModel } from './admin/active-model.ts'
import type { InstalledPlugins } from './admin/plugins.ts'
import type { ServerMaintenance } from './admin/server-maintenance.ts'
import type { NewsletterIntake } from './feeds/newsletter-address-views.ts'
import { leaving } from './for-reader.ts'
import type { AlertContext } from './notify/alert-jobs.ts'
import type { ReaderTurns } from './reader-turns.ts'
import type { AnswerJudge } from './search/answer-judge.ts'
import type { AnswerWriter } from './search/answer-writer.ts'

export type OperationContext = {
  readonly store: Store
  /** The reader it runs for; private data is stored under this id alone. */
  readonly reader: ReaderIdentity
  readonly http: Http
  /** For servers that the owner named: they may be in a private network. */
  readonly ownerHttp: Http
  readonly pictures: Pictures
  /** Icons of outlets; absent where no pages are shown. */
  readonly icons?: OutletIcons
  /** Fetches transcripts and chapters of recordings. */
  readonly recordings: Pick<RecordingReader, 'read'>
  readonly mailer: ActiveMailer
  readonly speech: Speech
  readonly maintenance: ServerMaintenance
  /** The language model of this instance, or none; its output is checked before it is shown. */
  readonly model: ModelPort
  /** Answers that the model writes while their page is open. */
  readonly answerWriter: AnswerWriter
  /** The model's choices among passages found for questions. */
  readonly answerJudge: AnswerJudge
  readonly activeModel: ActiveModel
  /** The translator, or none; its output is checked before it is shown. */
  readonly translator: TranslatorPort
  /** Semantic search; only with a model that makes embeddings. */
  readonly meanings?: MeaningIndex
  readonly alertContext: AlertContext
  /** Most subscriptions per reader; a generous default when absent. */
  readonly mostSubscriptions?: number
  /** Most outlines of imported lists stored per reader; a generous default when absent. */
  readonly mostOutlines?: number
  /** Limits how often a reader makes the server fetch what they name; no limit when absent. */
  readonly turns?: ReaderTurns | undefined
  readonly now: () => Date
  /** Notifies the pipeline that there may be work now. */
  readonly wake: () => void
  /** The loops of this process that keep failing; absent when nothing watches them. */
  readonly failingLoops?: () => readonly string[]
  readonly importArticles: Pipeline['importArticles']
  readonly readStoredPage: Pipeline['readStoredPage']
  /** Finds news on sites without feeds. */
  readonly sites: SiteAccess
  /** Writes one line of the log; never a secret. */
  readonly log: Log
  /** What the owner put into the plugin folder. */
  readonly plugins?: InstalledPlugins
  /** Where newsletters arrive, if enabled. */
  readonly newsletters?: NewsletterIntake
  /** Fetches newsletters from mailboxes. */
  readonly mailboxes: MailboxFetcher
  /** The identity provider that readers may sign in with, if configured. */
  readonly provider?: IdentityProvider
}

/** An OpenID Connect provider. */
export type IdentityProvider = OidcClient & {
  /** Its label on the sign-in button. */
  readonly name: string
  /** True if an unknown person becomes a reader at the first sign-in. */
  readonly bringsNewReaders: boolean
}

/** One thing a person or a program can request. Adapters offer it as a page, a command or an API call. */
export type Operation<Name extends string, Input extends z.ZodType, View> = {
  /** Verb and noun; the same in every adapter. */
  readonly name: Name
  /** The lowest role allowed to run it. */
  readonly minRole: Role | 'anyone'
  /** True for what needs a person who signed in: a program with a token is refused, whatever its scopes. */
  readonly isForPeople?: true
  /** True for what makes a file to be passed on, or sends something: nothing under embargo is in it. */
  readonly leaves?: true
  readonly summary: string
  readonly input: Input
  /** Takes input parsed with `input`. Undefined when the object does not exist. */
  readonly run: (context: OperationContext, input: z.output<Input>) => Promise<View>
}

export function defineOperation<Name extends string, Input extends z.ZodType, View>(
  operation: Operation<Name, Input, View>,
): Operation<Name, Input, View> {
  const { leaves, run } = operation
  return leaves ? { ...operation, run: (context, input) => run(leaving(context), input) } : operation
}

/** Makes all fields readonly and removes undefined from optional ones. */
type ReadonlyDeep<Value> = Value extends Uint8Array | ((...given: never[]) => unknown)
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]: ReadonlyDeep<Exclude<Value[Key], undefined>> }
    : Value

/** What a schema accepts before parsing. */
export type SchemaInput<Input extends z.ZodType> = ReadonlyDeep<z.input<Input>>

export type InputOf<Asked extends { readonly input: z.ZodType }> = SchemaInput<Asked['input']>

type SiteAccess = {
  readonly rules: SiteRuleLookup
  /** Searches a page in a worker thread, with a deadline. */
  readonly readPage: AnalysisPool['page']
  /** Fetches a page if the site's robots.txt allows it. */
  readonly fetchPage: (url: string) => Promise<PageFetched>
  /** Parses a possible feed, in a thread if it is long. */
  readonly readFeed: FeedReader['read']
  readonly readSitemap: FeedReader['readSitemap']
  /** Largest sitemap read. */
  readonly feedBytes: number
  /** URLs of the owner's own RSS-Bridge and RSSHub, used only when configured. */
  readonly rssBridge?: string
  readonly rssHub?: string
}
