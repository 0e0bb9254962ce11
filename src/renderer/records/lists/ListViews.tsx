// The views of a list as tabs in its bar. The one that is shown has a menu; what does not fit is behind the last tab.
import { Menu } from '@mantine/core'
import { IconChevronDown, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import classes from './ListViews.module.css'
import type { ListViewState } from './use-list-view.ts'
import { useViewActions } from './use-view-actions.ts'
import { ViewForm } from './ViewForm.tsx'

/** Tabs beside the title; the others are in a menu. */
const TABS = 5

export function ListViews({ list }: { readonly list: ListViewState }) {
  const t = useT()
  const actions = useViewActions(list)
  const [form, setForm] = useState<'create' | 'rename' | null>(null)
  const { views, view } = list
  // The view that is shown always has its tab.
  const inTabs = views.filter((one, index) => index < TABS || one.id === view.id)
  const others = views.filter((one) => !inTabs.includes(one))

  return (
    <nav aria-label={t('lists.view.label')} className={classes['views']}>
      {inTabs.map((one) => {
        const isCurrent = one.id === view.id
        return (
          <span key={one.id} className={classes['tab']} data-current={isCurrent || undefined}>
            <button
              type="button"
              className={classes['title']}
              aria-current={isCurrent ? 'page' : undefined}
              onClick={() => list.show(one.id)}
            >
              {one.saved?.isShared && <IconUsers size={14} stroke={1.5} aria-label={t('lists.view.shared')} />}
              <span>{one.title}</span>
              {isCurrent && list.isChanged && (
                <span
                  className={classes['changed']}
                  title={t('lists.view.changed')}
                  aria-label={t('lists.view.changed')}
                  role="img"
                />
              )}
            </button>
            {isCurrent && (
              <Menu position="bottom-start" width={220}>
                <Menu.Target>
                  <button type="button" className={classes['menu']} aria-label={t('lists.view.menu', { name: one.title })}>
                    <IconChevronDown size={14} stroke={1.5} aria-hidden />
                  </button>
                </Menu.Target>
                <Menu.Dropdown>
                  {views
                    .filter(({ id }) => id !== one.id)
                    .map(({ id, title }) => (
                      <Menu.Item key={id} className={classes['other'] ?? ''} onClick={() => list.show(id)}>
                        {title}
                      </Menu.Item>
                    ))}
                  <Menu.Divider className={classes['other'] ?? ''} />
                  {one.saved && list.isChanged && (
                    <Menu.Item onClick={() => one.saved && actions.save(one.saved)}>{t('lists.view.save')}</Menu.Item>
                  )}
                  {list.isChanged && <Menu.Item onClick={list.reset}>{t('lists.view.reset')}</Menu.Item>}
                  <Menu.Item onClick={() => setForm('create')}>{t('lists.view.save_as_more')}</Menu.Item>
                  <Menu.Item onClick={() => actions.duplicate(one)}>{t('lists.view.duplicate')}</Menu.Item>
                  {one.saved && <SavedItems saved={one.saved} actions={actions} onRename={() => setForm('rename')} />}
                </Menu.Dropdown>
              </Menu>
            )}
          </span>
        )
      })}
      {others.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <button type="button" className={classes['title']}>
              {t('lists.view.more')}
              <IconChevronDown size={14} stroke={1.5} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map(({ id, title }) => (
              <Menu.Item key={id} onClick={() => list.show(id)}>
                {title}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {form === 'create' && (
        <ViewForm
          title={t('lists.view.save_as')}
          initial={{ name: '', isShared: false }}
          hasSharing
          action={actions.create}
          onSubmit={actions.createFrom}
          onClose={() => setForm(null)}
        />
      )}
      {form === 'rename' && view.saved && (
        <ViewForm
          title={t('lists.view.menu', { name: view.title })}
          initial={view.saved}
          hasSharing={false}
          action={actions.rename}
          onSubmit={({ name }) => actions.rename.mutateAsync({ id: view.id, name })}
          onClose={() => setForm(null)}
        />
      )}
    </nav>
  )
}

interface SavedItemsProps {
  readonly saved: NonNullable<ListViewState['view']['saved']>
  readonly actions: ReturnType<typeof useViewActions>
  readonly onRename: () => void
}

function SavedItems({ saved, actions, onRename }: SavedItemsProps) {
  const t = useT()
  return (
    <>
      <Menu.Item onClick={onRename}>{t('lists.view.rename')}</Menu.Item>
      <Menu.Item onClick={() => actions.share(saved)}>{t(saved.isShared ? 'lists.view.unshare' : 'lists.view.share')}</Menu.Item>
      {actions.mayMove(saved, -1) && <Menu.Item onClick={() => actions.move(saved, -1)}>{t('lists.view.earlier')}</Menu.Item>}
      {actions.mayMove(saved, 1) && <Menu.Item onClick={() => actions.move(saved, 1)}>{t('lists.view.later')}</Menu.Item>}
      <Menu.Divider />
      <Menu.Item color="red" onClick={() => actions.remove(saved)}>
        {t('lists.view.remove')}
      </Menu.Item>
    </>
  )
}
