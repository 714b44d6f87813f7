import type { AuditAction, AuditEntry } from '@/lib/audit/contract'
import { accessInWords, exportInWords, importInWords, settingsInWords, thresholdsInWords } from './audit-details'
import { formatQuantity } from './number'

/** What each action is called where one is chosen. */
export const AUDIT_ACTION_WORDS: Record<AuditAction, string> = {
  'setup.completed': 'Installation set up',
  'sign_in.succeeded': 'Signed in',
  'sign_in.failed': 'Sign-in failed',
  'sign_in.throttled': 'Sign-in held back',
  sign_out: 'Signed out',
  'session.ended': 'Session ended',
  'password.changed': 'Password changed',
  'password.reset': 'Password set by a link',
  'person.invited': 'Person invited',
  'person.joined': 'Person joined',
  'person.changed': 'Person changed',
  'person.disabled': 'Person disabled',
  'person.enabled': 'Person enabled',
  'person.removed': 'Person removed',
  'link.made': 'Link made',
  'link.revoked': 'Link withdrawn',
  'key.created': 'Key created',
  'key.revoked': 'Key revoked',
  'export.started': 'Export',
  'import.applied': 'Import',
  'business.changed': 'Business changed',
  'customer.registered': 'Customer registered',
  'customer.changed': 'Customer changed',
  'customer.moved': 'Customers moved to another group',
  'customer.merged': 'Customers merged',
  'customer.merge_undone': 'Merge undone',
  'customer.erased': 'Customer erased',
  'order.created': 'Order taken',
  'order.changed': 'Order changed',
  'vehicle.added': 'Vehicle added',
  'vehicle.changed': 'Vehicle changed',
  'note.added': 'Note added',
  'note.removed': 'Note removed',
  'group.created': 'Group created',
  'group.changed': 'Group changed',
  'branch.created': 'Branch created',
  'branch.changed': 'Branch changed',
  'recency.changed': 'Recency bands changed',
}

/** `whom` is the subject's name, or what stands for it where there is none any more. */
type Words = (whom: (unnamed: string) => string, detail: AuditEntry['detail'], by: AuditEntry['actor_kind']) => string

/** A sentence for each action; who did it stands beside it. */
const SENTENCES: Record<AuditAction, Words> = {
  'setup.completed': () => 'Set up the installation as its first administrator.',
  'sign_in.succeeded': () => 'Signed in.',
  'sign_in.failed': (whom) => `Failed to sign in as ${whom('somebody unknown')}.`,
  'sign_in.throttled': (_, { by }) =>
    by === 'everybody'
      ? 'Guessed at so many e-mails that those without an account are no longer written down for some minutes.'
      : `Was held back after too many failed sign-ins from one ${by === 'address' ? by : 'account'}.`,
  sign_out: () => 'Signed out.',
  'session.ended': (_, { others }) =>
    typeof others === 'number' ? `Ended ${formatQuantity(others, 'other session')}.` : 'Ended another session.',
  'password.changed': () => 'Changed their password; every other session ended.',
  'password.reset': () => 'Chose a new password by a link; every session ended.',
  'person.invited': (whom, detail) => `Invited ${whom('somebody')} as ${accessInWords(detail)}.`,
  'person.joined': (whom, detail, by) =>
    by === 'shell'
      ? `Made ${whom('somebody')} ${accessInWords(detail)}.`
      : `Accepted an invitation as ${accessInWords(detail)}.`,
  'person.changed': (whom, { field, before, after }) =>
    field === 'name'
      ? 'Changed their name.'
      : `Made ${whom('somebody')} ${accessInWords(after)}, before ${accessInWords(before)}.`,
  'person.disabled': (whom) => `Disabled ${whom('an account')}; its sessions ended.`,
  'person.enabled': (whom) => `Enabled ${whom('an account')} again.`,
  'person.removed': (whom) => `Removed ${whom('an account')}; its sessions ended.`,
  'link.made': (whom, { kind }) =>
    kind === 'setup' ? 'Made a set-up link.' : `Made a link for a new password of ${whom('somebody')}.`,
  'link.revoked': (whom, { replacedBy }) =>
    replacedBy === undefined
      ? `Withdrew the invitation of ${whom('somebody')}.`
      : `Replaced an earlier invitation of ${whom('somebody')}.`,
  'key.created': (whom, detail) => `Created the key ${whom('that is gone')}: ${accessInWords(detail)}.`,
  'key.revoked': (whom) => `Revoked the key ${whom('that is gone')}.`,
  'export.started': (_, detail) => `Exported ${exportInWords(detail)}.`,
  'import.applied': (_, detail) => `Imported records${importInWords(detail)}.`,
  'business.changed': (_, detail) => `Changed the business${settingsInWords(detail)}.`,
  'customer.registered': (whom) => `Registered ${whom('a customer')}.`,
  'customer.changed': (whom) => `Changed what is recorded of ${whom('a customer')}.`,
  'customer.moved': (whom, { count }) =>
    `Moved ${typeof count === 'number' ? formatQuantity(count, 'customer') : 'customers'} to ${whom('another group')}.`,
  'customer.merged': (whom) => `Merged a customer into ${whom('another one')}.`,
  'customer.merge_undone': (whom) => `Undid a merge into ${whom('a customer')}.`,
  'customer.erased': () => 'Erased a customer on request.',
  'order.created': (whom) => `Took an order of ${whom('a customer')}.`,
  'order.changed': (whom) => `Changed an order of ${whom('a customer')}.`,
  'vehicle.added': (whom) => `Added a vehicle of ${whom('a customer')}.`,
  'vehicle.changed': (whom) => `Changed a vehicle of ${whom('a customer')}.`,
  'note.added': (whom) => `Added a note on ${whom('a customer')}.`,
  'note.removed': (whom) => `Removed a note on ${whom('a customer')}.`,
  'group.created': (whom) => `Created the customer group ${whom('that is gone')}.`,
  'group.changed': (whom, { way }) =>
    way === undefined
      ? `Changed the customer group ${whom('that is gone')}.`
      : 'Changed the order of the customer groups.',
  'branch.created': (whom) => `Created the branch ${whom('that is gone')}.`,
  'branch.changed': (whom, { way }) =>
    way === undefined ? `Changed the branch ${whom('that is gone')}.` : 'Changed the order of the branches.',
  'recency.changed': (whom, { group, rule }) => {
    const bands = `Changed the recency bands of ${group === null ? 'the business' : whom('a group that is gone')}`
    return rule === null ? `${bands} to the business’s.` : `${bands}${thresholdsInWords(rule)}.`
  },
}

/** What was done, in a sentence; an action that this version does not know is told by its name. */
export function auditSentence({ action, subject_name: name, detail, actor_kind }: AuditEntry): string {
  const whom = (unnamed: string) => (name === null ? unnamed : isolated(name))
  return isKnown(action) ? SENTENCES[action](whom, detail, actor_kind) : `${action}.`
}

/** Who did it: by name where there still is one. */
export function auditActor({ actor_kind, actor_name }: AuditEntry): string {
  if (actor_kind === 'shell') return 'The server’s shell'
  if (actor_kind === 'unknown') return 'Nobody signed in'
  if (actor_kind === 'key') return actor_name === null ? 'A key' : `Key ${isolated(actor_name)}`
  return actor_name ?? 'Somebody removed'
}

function isKnown(action: string): action is AuditAction {
  return Object.hasOwn(SENTENCES, action)
}

/** A name in a script that runs the other way does not turn the sentence around it. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`
}
