// The search over everything, and the palette of what can be done (Ctrl+K): arrows to move, Enter to open or do. Waits for an input method
// to finish a word.
import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { PaletteGroup, PaletteHit, PaletteInput, PaletteList, PaletteNote } from '#renderer/ui/Palette.tsx'
import type { PageCommandId } from '#shared/shell/commands.ts'
import { matchingActions, usePaletteActions } from './palette-actions.ts'
import { routeOfHit } from './search-hits.ts'

interface SearchPaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly carryOut: (command: PageCommandId) => void
}

export function SearchPalette({ isOpen, onClose, carryOut }: SearchPaletteProps) {
  const t = useT()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={640}
      attributes={{ content: { 'aria-label': t('app.search.title') } }}
      yOffset="10vh"
    >
      <Search onClose={onClose} carryOut={carryOut} />
    </Modal>
  )
}

const PAUSE_MS = 60

/** Records shown while actions fit too; without actions all of them. */
const FEW = 8

interface Entry {
  readonly id: string
  readonly title: string
  readonly detail: string | null
  readonly kind: string | null
  readonly keys: string | null
  readonly run: () => void
}

function Search({ onClose, carryOut }: Omit<SearchPaletteProps, 'isOpen'>) {
  const t = useT()
  const api = useApi()
  const listId = useId()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const [actions] = useState(usePaletteActions(carryOut))
  const isCommand = /^[>》＞]/u.test(text)
  const wanted = isCommand ? '' : text.trim()
  const [asked] = useDebouncedValue(wanted, PAUSE_MS)
  const found = useQuery({
    ...api.search.find({ text: asked, limit: 50 }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  const recents = useQuery({ ...api.recents.list({ limit: FEW }), enabled: text.trim() === '' })

  const doable = matchingActions(actions, text.replace(/^[>》＞]/u, ''))
  const hits: readonly Entry[] = (wanted === '' ? [] : (found.data ?? [])).map((hit) => ({
    id: hit.id,
    title: hit.title,
    detail: hit.detail,
    kind: t(`app.search.kind.${hit.kind}`),
    keys: null,
    run: () => void navigate(routeOfHit(hit)),
  }))
  const last: readonly Entry[] = (text.trim() === '' ? (recents.data ?? []) : []).map(({ recordType, recordId, name }) => ({
    id: recordId,
    title: name,
    detail: null,
    kind: t(`app.search.kind.${recordType}`),
    keys: null,
    run: () => void navigate(routeOfHit({ kind: recordType, open: { kind: recordType, id: recordId } })),
  }))
  const ways: readonly Entry[] = doable.map(({ id, label, detail, keys, run }) => ({
    id,
    title: label,
    detail,
    kind: null,
    keys,
    run,
  }))
  const groups = [
    { title: t('app.palette.recent'), entries: last },
    { title: t('app.search.records'), entries: ways.length > 0 ? hits.slice(0, FEW) : hits },
    { title: t('app.palette.actions'), entries: ways },
  ].filter(({ entries }) => entries.length > 0)
  const entries = groups.flatMap((group) => group.entries)
  const active = Math.min(chosen, Math.max(0, entries.length - 1))

  /** Whether what is shown answers what was typed; Enter pressed before that waits for it. */
  const isSettled = wanted === '' || (asked === wanted && found.isSuccess && !found.isPlaceholderData)
  const [isWaiting, setIsWaiting] = useState(false)

  const open = (entry: Entry) => {
    onClose()
    entry.run()
  }
  const openFirst = useEffectEvent(() => {
    if (entries[active]) open(entries[active])
  })
  useEffect(() => {
    if (isWaiting && isSettled) openFirst()
  }, [isWaiting, isSettled])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const entry = entries[active]
    if (event.key === 'ArrowDown') setChosen(Math.min(active + 1, entries.length - 1))
    else if (event.key === 'ArrowUp') setChosen(Math.max(active - 1, 0))
    else if (event.key === 'Enter' && !isSettled) setIsWaiting(true)
    else if (event.key === 'Enter' && entry) open(entry)
    else return
    event.preventDefault()
  }

  return (
    <>
      <PaletteInput
        label={t('app.search.title')}
        placeholder={t('app.search.placeholder')}
        listId={listId}
        activeId={entries[active] ? `${listId}-${entries[active].id}` : undefined}
        onKeyDown={onKeyDown}
        onChange={(next) => {
          setText(next)
          setIsWaiting(false)
          setChosen(0)
        }}
      />
      {found.isError && <ErrorNote error={found.error} />}
      {text === '' && <PaletteNote>{t('app.search.hint')}</PaletteNote>}
      {text.trim() !== '' && (wanted === '' || found.isSuccess) && entries.length === 0 && (
        <PaletteNote>{t('app.search.nothing', { text: text.trim() })}</PaletteNote>
      )}
      <PaletteList id={listId} label={t('app.search.title')}>
        {groups.map(({ title, entries: inGroup }) => (
          <PaletteGroup key={title} title={title}>
            {inGroup.map((entry) => (
              <PaletteHit
                key={entry.id}
                id={`${listId}-${entry.id}`}
                title={entry.title}
                kind={entry.kind}
                detail={entry.detail}
                keys={entry.keys}
                isActive={entry === entries[active]}
                onOpen={() => open(entry)}
              />
            ))}
          </PaletteGroup>
        ))}
      </PaletteList>
    </>
  )
}
