/** A person's own view of the groups page: its choices as a query, without the question mark. */
export type SavedView = { id: string; name: string; query: string }

export type ViewAct = 'save' | 'rename' | 'replace' | 'remove'

export const VIEW_NAME_LIMIT = 80
/** As many as one person can keep. */
export const VIEWS_LIMIT = 50
