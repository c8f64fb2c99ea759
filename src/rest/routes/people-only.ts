import type { OperationName } from '../route.ts'

const keys = 'a token could create another that outlives it'
const accounts = 'access is decided by a person who signed in'
const signIn = 'only people themselves change how they sign in'
const addresses = 'it uses the secret URL in an email or a feed, which has its own page'
const keysElsewhere = 'it sends texts and a key to a server of the caller’s choice'
const otherReaders = 'it sends a password to a server of the caller’s choice; the import page shows the rest'

const hubs = 'only hubs call it, at the callback URL each has for one feed'
const letterboxes = 'whoever knows the email address can send newsletters to it'
const mailboxes = 'it sends a password to a server of the caller’s choice'
const icons = 'apps get them over the Fever and Miniflux APIs'

/** Operations that no token may call, and why. */
export const peopleOnly: { readonly [Name in OperationName]?: string } = {
  make_api_token: keys,
  revoke_api_token: keys,
  make_app_password: keys,
  revoke_app_password: keys,
  get_consent: keys,
  answer_consent: keys,
  end_program: keys,
  set_account_role: accounts,
  disable_account: accounts,
  set_guests: accounts,
  add_account: accounts,
  set_account_password: accounts,
  make_invitation: accounts,
  take_back_invitation: accounts,
  remove_account: accounts,
  remove_my_account: 'a deleted account can’t be restored',
  begin_codes: signIn,
  confirm_codes: signIn,
  renew_recovery_codes: signIn,
  stop_codes: signIn,
  begin_passkey: signIn,
  add_passkey: signIn,
  remove_passkey: signIn,
  get_sign_in_ways: signIn,
  remove_identity: signIn,
  rename_myself: signIn,
  change_password: signIn,
  end_session: signIn,
  set_my_email: 'briefs and alerts could be redirected',
  set_model: keysElsewhere,
  test_model: keysElsewhere,
  list_models: keysElsewhere,
  get_mail_server: keysElsewhere,
  set_mail_server: keysElsewhere,
  send_test_mail: keysElsewhere,
  set_translator: keysElsewhere,
  start_move: otherReaders,
  get_move: otherReaders,
  stop_move: otherReaders,
  renew_webhook_secret: keys,
  add_destination: keysElsewhere,
  make_feed_address: keys,
  list_feed_addresses: keys,
  revoke_feed_address: keys,
  announce_feed_address: 'the server’s hub then knows a secret URL',
  add_newsletter_address: letterboxes,
  list_newsletter_addresses: letterboxes,
  remove_newsletter_address: letterboxes,
  add_mailbox: mailboxes,
  change_mailbox: mailboxes,
  open_feed_address: addresses,
  get_instance_name: 'it is part of the ids in feeds, and useless alone',
  get_feed_icon: icons,
  list_feed_icons: icons,
  get_outlet_icon: 'pages show it; apps get the icons of feeds',
  find_story_items: 'story numbers belong to the Google Reader API',
  confirm_hub: hubs,
  deny_hub: hubs,
  find_hub: hubs,
  take_hub_push: hubs,
  get_alert_feed: addresses,
  find_alert_mail: addresses,
  stop_alert_mail: addresses,
  find_brief_reader: addresses,
  find_mail_end: addresses,
  end_brief_mail: addresses,
}
