// The search over everything (Ctrl+K): hits grouped by kind, arrows to move, Enter to open. Waits for an input method to finish a word.
import { Modal } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { PaletteGroup, PaletteHit, PaletteInput, PaletteList, PaletteNote } from '#renderer/ui/Palette.tsx'
import type { SearchHit } from '#shared/search/search.contract.ts'
import { groupHits, routeOfHit } from './search-hits.ts'

interface SearchPaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function SearchPalette({ isOpen, onClose }: SearchPaletteProps) {
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
      <Search onClose={onClose} />
    </Modal>
  )
}

function Search({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const listId = useId()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const wanted = text.trim()
  const found = useQuery({
    ...useApi().search.find({ text: wanted, limit: 50 }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  })
  const groups = groupHits(wanted === '' ? [] : (found.data ?? []))
  const hits = groups.flatMap(({ hits: inGroup }) => inGroup)
  const active = Math.min(chosen, Math.max(0, hits.length - 1))

  const open = (hit: SearchHit) => {
    onClose()
    void navigate(routeOfHit(hit))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const hit = hits[active]
    if (event.key === 'ArrowDown') setChosen(Math.min(active + 1, hits.length - 1))
    else if (event.key === 'ArrowUp') setChosen(Math.max(active - 1, 0))
    else if (event.key === 'Enter' && hit && !found.isPlaceholderData) open(hit)
    else return
    event.preventDefault()
  }

  return (
    <>
      <PaletteInput
        label={t('app.search.title')}
        placeholder={t('app.search.placeholder')}
        listId={listId}
        activeId={hits[active] ? `${listId}-${hits[active].id}` : undefined}
        onKeyDown={onKeyDown}
        onChange={(next) => {
          setText(next)
          setChosen(0)
        }}
      />
      {found.isError && <ErrorNote error={found.error} />}
      {wanted === '' && <PaletteNote>{t('app.search.hint')}</PaletteNote>}
      {wanted !== '' && found.isSuccess && hits.length === 0 && (
        <PaletteNote>{t('app.search.nothing', { text: wanted })}</PaletteNote>
      )}
      <PaletteList id={listId} label={t('app.search.title')}>
        {groups.map(({ kind, hits: inGroup }) => (
          <PaletteGroup key={kind} title={t(`app.search.kind.${kind}`)}>
            {inGroup.map((hit) => (
              <PaletteHit
                key={hit.id}
                id={`${listId}-${hit.id}`}
                title={hit.title}
                detail={hit.detail}
                isActive={hit === hits[active]}
                onOpen={() => open(hit)}
              />
            ))}
          </PaletteGroup>
        ))}
      </PaletteList>
    </>
  )
}
