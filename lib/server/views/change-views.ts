import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { removeView, renameView, replaceView, saveView } from '@/db/commands/saved-views'
import type { FormResult } from '@/lib/accounts/form-result'
import { actionCaller } from '@/lib/server/auth/caller'
import { done, handleForm, refuse } from '@/lib/server/auth/form'
import { getDatabase } from '@/lib/server/database'
import { keptQuery } from '@/lib/url/kept-query'
import { viewForms } from '@/lib/views/contract'

type Owner = { db: Database; caller: Caller }

async function actionOwner(): Promise<Owner> {
  return { caller: await actionCaller('read'), db: getDatabase() }
}

/** Does with the caller's own saved views what a form says in `act`: save, rename, replace or remove. */
export async function changeViews(input: { act?: string }, given?: Owner): Promise<FormResult> {
  const { db, caller } = given ?? (await actionOwner())
  switch (input.act) {
    case 'save':
      return handleForm(viewForms.save, input, ({ name, query }) =>
        done(saveView(db, caller, { name, query: keptQuery(query) })),
      )
    case 'rename':
      return handleForm(viewForms.rename, input, (view) => done(renameView(db, caller, view)))
    case 'replace':
      return handleForm(viewForms.replace, input, ({ id, query }) =>
        done(replaceView(db, caller, { id, query: keptQuery(query) })),
      )
    case 'remove':
      return handleForm(viewForms.remove, input, (view) => done(removeView(db, caller, view)))
    default:
      return refuse(400, 'It is not said what to do with the view.')
  }
}
