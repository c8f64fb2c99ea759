import type { z } from 'zod'
import type { ModelPort } from '../core/model.ts'
import type { ReaderIdentity, Role } from '../core/reader-identity.ts'
import type { TranslatorPort } from '../core/translation.ts'
import type { OidcClient } from '../credentials/oidc.ts'
import type { Mailer } from '../delivery/mail.ts'
import type { Speech } from '../delivery/speech.ts'
import type { Http } from '../http/client.ts'
import type { AnalysisPool } from '../pipeline/analysis/analysis-pool.ts'
import type { MeaningIndex } from '../pipeline/analysis/meaning-index.ts'
import type { PageFetched } from '../pipeline/pages/fetch-page.ts'
import type { Pictures } from '../pipeline/pages/pictures.ts'
import type { RecordingReader } from '../pipeline/pages/recording-reader.ts'
import type { Pipeline } from '../pipeline/pipeline.ts'
import type { Log } from '../pipeline/pipeline-context.ts'
import type { FeedReader } from '../pipeline/polls/feed-reader.ts'
import type { SiteRuleLookup } from '../pipeline/site-rule-lookup.ts'
import type { Store } from '../store/store.ts'
import type { HouseDesk } from './admin/house-desk.ts'
import type { ModelDesk } from './admin/model-desk.ts'
import type { HousePlugins } from './admin/plugins.ts'
import type { LetterDesk } from './feeds/letter-desk.ts'
import type { AlertContext } from './notify/alert-desk.ts'
import type { ReaderTurns } from './reader-turns.ts'
import type { AnswerDesk } from './search/answer-desk.ts'

/** What an operation works with. */
export type OperationContext = {
  readonly store: Store
  /** For whom it is carried out: what is kept of a reader is kept under this id alone. */
  readonly reader: ReaderIdentity
  readonly http: Http
  readonly pictures: Pictures
  /** Reads what stands beside recordings: their words and chapters. */
  readonly recordings: Pick<RecordingReader, 'read'>
  readonly mailer: Mailer
  readonly speech: Speech
  readonly house: HouseDesk
  /** The language model of the house, or none; what it writes is shown only once it has been checked. */
  readonly model: ModelPort
  /** The answers that the model writes while pages are looked at. */
  readonly answerDesk: AnswerDesk
  readonly modelDesk: ModelDesk
  /** What translates articles, or nothing; what it says is shown only once it has been checked. */
  readonly translator: TranslatorPort
  /** Looks for texts by what they mean; of use where the model makes vectors. */
  readonly meanings?: MeaningIndex
  readonly alertDesk: AlertContext
  /** How many feeds one reader may subscribe to; absent: a generous number. */
  readonly mostSubscriptions?: number
  /** How many outlines of lists are kept of one reader; absent: a generous number. */
  readonly mostOutlines?: number
  /** What counts how often a reader has the server ask for what they name; absent: nothing is counted. */
  readonly turns?: ReaderTurns | undefined
  readonly now: () => Date
  /** Tells the pipeline that there may be work now. */
  readonly wake: () => void
  /** The loops of this process that fail again and again; where nothing looks, absent. */
  readonly failingLoops?: () => readonly string[]
  readonly importArticles: Pipeline['importArticles']
  readonly readKeptPage: Pipeline['readStoredPage']
  /** What finds news on sites without feeds. */
  readonly sites: SiteDesk
  /** One line of the log; never a secret. */
  readonly log: Log
  /** What the owner put into the folder for plugins. */
  readonly plugins?: HousePlugins
  /** Where newsletters come in, if they do. */
  readonly letters?: LetterDesk
  /** The provider that readers may sign in by, where one is set. */
  readonly provider?: IdentityProvider
}

/** A server that says who somebody is (OpenID Connect). */
export type IdentityProvider = OidcClient & {
  /** What it is called on a button. */
  readonly name: string
  /** True where whoever it knows becomes a reader at the first sign-in. */
  readonly bringsNewReaders: boolean
}

/** One thing a person or a program can ask for. Faces adapt it: page, command, and whatever comes later. */
export type Operation<Name extends string, Input extends z.ZodType, View> = {
  /** Verb and noun; the same in every face. */
  readonly name: Name
  /** The least role that may ask for it. */
  readonly least: Role | 'anyone'
  /** True for what only a person may ask for, who signed in themselves: a program with a token is refused, whatever its scopes. */
  readonly isForPeople?: true
  readonly summary: string
  readonly input: Input
  /** Takes input that has been parsed with `input`. Undefined: what was asked for is not there. */
  readonly run: (context: OperationContext, input: z.output<Input>) => Promise<View>
}

/** Declares an operation with its types inferred. */
export function defineOperation<Name extends string, Input extends z.ZodType, View>(
  operation: Operation<Name, Input, View>,
): Operation<Name, Input, View> {
  return operation
}

/** The same with nothing changeable, and no field that is there but undefined. */
type ReadonlyDeep<Value> = Value extends Uint8Array | ((...given: never[]) => unknown)
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]: ReadonlyDeep<Exclude<Value[Key], undefined>> }
    : Value

/** What fits a schema before it is parsed. */
export type Given<Input extends z.ZodType> = ReadonlyDeep<z.input<Input>>

/** What an operation is given, before it is parsed. */
export type InputOf<Asked extends { readonly input: z.ZodType }> = Given<Asked['input']>

/** What finds news on sites that have no feed. */
export type SiteDesk = {
  readonly rules: SiteRuleLookup
  /** Looks for something in a page, in a thread with a deadline. */
  readonly readPage: AnalysisPool['page']
  /** Fetches a page as the robots.txt of its site allows. */
  readonly fetchPage: (url: string) => Promise<PageFetched>
  /** Reads what may be a feed in a thread, where it is long. */
  readonly readFeed: FeedReader['read']
  readonly readSitemap: FeedReader['readSitemap']
  /** Largest sitemap read. */
  readonly feedBytes: number
  /** Address of the owner's own RSS-Bridge or RSSHub; neither is asked unless there is one. */
  readonly rssBridge?: string
  readonly rssHub?: string
}
