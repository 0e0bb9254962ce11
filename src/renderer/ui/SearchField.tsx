// The search box of a list: `/` goes there, Esc empties it. What an input method is still composing is not searched for.
import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useShortcuts } from './Shortcuts.tsx'

const PAUSE_MS = 80

interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
}

export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isComposing = useRef(false)
  const [typed, setTyped] = useState({ text: value, since: value })
  // Another value from outside (Back, cleared filters) replaces what was typed.
  const text = typed.since === value || typed.text === value ? typed.text : value

  useShortcuts([{ keys: '/', label, group: 'list', run: () => input.current?.focus() }])
  useEffect(() => () => clearTimeout(timer.current), [])

  const change = (next: string) => {
    setTyped({ text: next, since: value })
    clearTimeout(timer.current)
    if (!isComposing.current) timer.current = setTimeout(() => onChange(next), PAUSE_MS)
  }
  return (
    <TextInput
      ref={input}
      type="search"
      w={240}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
      rightSection={text === '' ? null : <CloseButton size="sm" aria-label={t('base.clear')} onClick={() => change('')} />}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      onCompositionStart={() => {
        isComposing.current = true
      }}
      onCompositionEnd={(event) => {
        isComposing.current = false
        change(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        change('')
        input.current?.blur()
      }}
    />
  )
}
