// What the palette can do besides opening a record: everything a key of the screens in front does, the menu's commands, the places of the
// app, the pages of the settings, and how this computer shows it all.
import { useAction } from '#renderer/api/use-action.ts'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import { useKnownShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { helpTopics } from '#shared/help/help-topics.ts'
import { commands, type PageCommandId } from '#shared/shell/commands.ts'
import { useLocation, useNavigate } from 'react-router'
import { settingsPages } from './settings-pages.ts'

export interface PaletteAction {
  readonly id: string
  readonly label: string
  /** Where it belongs, if the label alone does not say it. */
  readonly detail: string | null
  /** As `Shortcut.keys`. */
  readonly keys: string | null
  readonly run: () => void
}

/** Reached by a key of their own, or of no use from here. */
const LEFT_OUT: readonly string[] = ['find', 'print', 'undo', 'redo']

export const usePaletteActions = (carryOut: (command: PageCommandId) => void): (() => readonly PaletteAction[]) => {
  const t = useT()
  const language = useLanguage()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const known = useKnownShortcuts()
  const prefer = useAction(useShell().setPreferences())
  const openWindow = useAction(useShell().openWindow())
  const lock = useAction(useApi().workspace.lock())

  return () => {
    const ofKeys = known()
      .filter(({ keys, group }) => group !== 'list' && keys !== 'mod+k')
      .map(({ keys, label, group, run }) => ({
        id: `key-${keys}`,
        ...{ label, keys, run },
        detail: group === 'go' ? t('app.palette.go') : null,
      }))
    const ofMenu = commands.flatMap(({ id, label, by }) =>
      by !== 'page' || LEFT_OUT.includes(id) || id.startsWith('go-')
        ? []
        : [{ id, label: t(label), keys: null, detail: null, run: () => carryOut(id) }],
    )
    const ofSettings = settingsPages.map(({ path, label }) => ({
      id: `settings-${path}`,
      ...{ label: t(label), keys: null, detail: t('settings.title') },
      run: () => void navigate(path === '' ? '/settings' : `/settings/${path}`),
    }))
    const ofHelp = helpTopics.map(({ id, title }) => ({
      id: `help-${id}`,
      ...{ label: title[language], keys: null, detail: t('help.title') },
      run: () => void navigate(`/help/${id}`),
    }))
    const ofComputer = [
      {
        id: 'duplicates',
        ...{ label: t('duplicates.action.scan'), keys: null, detail: null },
        run: () => void navigate('/duplicates'),
      },
      {
        id: 'conflicts',
        ...{ label: t('conflicts.title'), keys: null, detail: null },
        run: () => void navigate('/conflicts'),
      },
      {
        id: 'add-computer',
        ...{ label: t('network_page.add'), keys: null, detail: t('network_page.title') },
        run: () => void navigate('/settings/network'),
      },
      {
        id: 'connection-test',
        ...{ label: t('network_page.test'), keys: null, detail: t('network_page.title') },
        run: () => void navigate('/settings/network'),
      },
      {
        id: 'watched-folders',
        ...{ label: t('watchedFolders.title'), keys: null, detail: t('imports.screen.title') },
        run: () => void navigate('/import?tab=watched'),
      },
      {
        id: 'new-window',
        ...{ label: t('shell.command.new_window'), keys: null, detail: null },
        run: () => openWindow.mutate({ route: `${pathname}${search}` }),
      },
      { id: 'lock', label: t('shell.command.lock'), keys: null, detail: null, run: () => lock.mutate({}) },
      ...(['system', 'light', 'dark'] as const).map((colorScheme) => ({
        id: `scheme-${colorScheme}`,
        ...{ label: t(`settings.scheme.${colorScheme}`), keys: null, detail: t('settings.scheme') },
        run: () => prefer.mutate({ colorScheme }),
      })),
      ...(['compact', 'normal', 'roomy'] as const).map((density) => ({
        id: `density-${density}`,
        ...{ label: t(`settings.density.${density}`), keys: null, detail: t('settings.density') },
        run: () => prefer.mutate({ density }),
      })),
      ...(
        [
          ['zh-CN', '简体中文'],
          ['en', 'English'],
        ] as const
      ).map(([language, label]) => ({
        id: `language-${language}`,
        ...{ label, keys: null, detail: t('settings.language') },
        run: () => prefer.mutate({ language }),
      })),
    ]
    // A screen's key and the menu may do the same: it is listed once, with its key.
    const all: readonly PaletteAction[] = [...ofKeys, ...ofMenu, ...ofSettings, ...ofComputer, ...ofHelp]
    return [...new Map(all.toReversed().map((action) => [`${action.label} ${action.detail}`, action])).values()].toReversed()
  }
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The actions whose words begin as typed, Chinese anywhere; those whose label begins so stand first. */
export const matchingActions = (actions: readonly PaletteAction[], typed: string): readonly PaletteAction[] => {
  const wanted = folded(typed).trim()
  const terms = wanted.split(/\s+/u).filter((term) => term !== '')
  const isFound = (text: string, term: string): boolean =>
    /\p{Script=Han}/u.test(term) ? text.includes(term) : text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(term))
  return actions
    .filter(({ label, detail }) => terms.every((term) => isFound(folded(`${label} ${detail ?? ''}`), term)))
    .toSorted((a, b) => Number(folded(b.label).startsWith(wanted)) - Number(folded(a.label).startsWith(wanted)))
}
