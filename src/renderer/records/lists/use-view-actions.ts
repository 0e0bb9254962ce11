// What can be done with a view: save what was changed of it, save it as a new one, rename, share, move, remove.
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { ListView as SavedView } from '#shared/lists/view.ts'
import type { ListViewState, ShownView } from './use-list-view.ts'

export interface NewView {
  readonly name: string
  readonly isShared: boolean
}

export const useViewActions = (list: ListViewState) => {
  const t = useT()
  const api = useApi()
  const { entity, views, view, config } = list
  const saveInto = useAction(api.views.update(), {
    said: ({ name }) => t('lists.view.did.saved', { name }),
    onDone: () => list.reset(),
  })
  const create = useAction(api.views.create(), {
    said: ({ name }) => t('lists.view.did.saved', { name }),
    errors: 'caller',
  })
  const rename = useAction(api.views.update(), { said: ({ name }) => t('lists.view.did.renamed', { name }), errors: 'caller' })
  const share = useAction(api.views.update(), {
    said: ({ name, isShared }) => t(isShared ? 'lists.view.did.shared' : 'lists.view.did.unshared', { name }),
  })
  const remove = useAction(api.views.archive(), { said: () => t('lists.view.did.removed', { name: view.title }) })
  const move = useAction(api.views.move(), { said: ({ name }) => t('lists.view.did.moved', { name }) })
  const saved = views.flatMap(({ saved: own }) => (own ? [own] : []))

  return {
    create,
    rename,
    save: (into: SavedView) => saveInto.mutate({ id: into.id, config }),
    createFrom: async ({ name, isShared }: NewView) => {
      const made = await create.mutateAsync({ entity, name, isShared, config })
      list.reset()
      list.show(made.id)
    },
    duplicate: ({ title, config: own }: ShownView) =>
      create.mutate(
        { entity, name: t('lists.view.copy_name', { name: title }).slice(0, 100), isShared: false, config: own },
        { onSuccess: ({ id }) => list.show(id) },
      ),
    share: ({ id, isShared }: SavedView) => share.mutate({ id, isShared: !isShared }),
    remove: ({ id }: SavedView) => remove.mutate({ id }, { onSuccess: () => list.show(views[0]?.id ?? '') }),
    /** One place to the left or right among the saved views. */
    move: ({ id }: SavedView, step: 1 | -1) => {
      const from = saved.findIndex((one) => one.id === id)
      move.mutate({ id, beforeId: saved[step === 1 ? from + 2 : from - 1]?.id ?? null })
    },
    mayMove: ({ id }: SavedView, step: 1 | -1) => saved[saved.findIndex((one) => one.id === id) + step] !== undefined,
  }
}
