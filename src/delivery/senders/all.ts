import type { Sender } from '../sender.ts'
import { apprise } from './apprise.ts'
import { instapaper } from './instapaper.ts'
import { karakeep } from './karakeep.ts'
import { linkding } from './linkding.ts'
import { ntfy } from './ntfy.ts'
import { readeck } from './readeck.ts'
import { readwise } from './readwise.ts'
import { wallabag } from './wallabag.ts'

/** The services an article can be sent to, in the order a page lists them. */
export const senders: readonly Sender[] = [apprise, ntfy, wallabag, readwise, linkding, karakeep, readeck, instapaper]
