// Every key of every screen, for the printed list. A test goes through the screens and finds no key that is not here.
import type { MessageKey } from '#shared/messages.ts'
import { destinations } from './navigation.ts'

export interface KeyLine {
  /** As `Shortcut.keys`. */
  readonly keys: string
  readonly label: MessageKey
}

export interface KeySection {
  readonly title: MessageKey
  readonly lines: readonly KeyLine[]
}

const section = (title: MessageKey, ...lines: readonly (readonly [keys: string, label: MessageKey])[]): KeySection => ({
  title,
  lines: lines.map(([keys, label]) => ({ keys, label })),
})

export const allKeys: readonly KeySection[] = [
  section(
    'base.keys.group.everywhere',
    ['mod+k', 'app.search.title'],
    ['q', 'quick_add.key'],
    ['mod+z', 'base.undo'],
    ['mod+shift+z', 'base.redo'],
    ['mod+shift+h', 'app.history.open'],
    ['shift+r', 'reminders.key'],
    ['mod+n', 'shell.command.new_contact'],
    ['mod+shift+c', 'shell.command.new_company'],
    ['mod+shift+d', 'shell.command.new_deal'],
    ['mod+shift+t', 'shell.command.new_ticket'],
    ['mod+shift+n', 'shell.command.new_window'],
    ['mod+l', 'shell.command.lock'],
    ['mod+p', 'shell.command.print'],
    ['?', 'base.keys.help'],
  ),
  section('base.keys.group.go', ...destinations.map(({ letter, label }) => [`g ${letter}`, label] as const)),
  section(
    'app.keys.board',
    ['arrowdown', 'base.board.step'],
    ['m', 'base.board.move_to'],
    ['mod+arrowright', 'base.board.move_right'],
    ['mod+arrowdown', 'base.board.move_down'],
  ),
  section('imports.screen.title', ['mod+.', 'imports.check.next_bad'], ['mod+,', 'imports.check.previous_bad']),
  section(
    'app.keys.calendar',
    ['t', 'calendar.key.today'],
    ['d', 'calendar.key.day'],
    ['w', 'calendar.key.week'],
    ['n', 'calendar.key.new'],
    ['m', 'calendar.key.move'],
  ),
  section(
    'base.keys.group.list',
    ['j', 'base.keys.next_row'],
    ['k', 'base.keys.previous_row'],
    ['enter', 'base.keys.open'],
    [' ', 'lists.keys.peek'],
    ['mod+arrowdown', 'lists.panel.next'],
    ['mod+arrowup', 'lists.panel.previous'],
    ['arrowright', 'lists.keys.cells'],
    ['f2', 'lists.keys.edit'],
    ['shift+arrowdown', 'lists.keys.range'],
    ['mod+c', 'app.keys.copy'],
    ['mod+v', 'app.keys.paste'],
    ['x', 'lists.keys.select'],
    ['mod+a', 'lists.keys.select_all'],
    ['shift+f10', 'lists.keys.menu'],
    ['/', 'app.keys.search_list'],
    ['f', 'lists.keys.filter'],
    ['n', 'app.keys.new'],
    ['mod+shift+e', 'exports.list'],
  ),
  section(
    'app.keys.record',
    ['e', 'base.edit'],
    ['s', 'record.lifecycle.move'],
    ['t', 'record.tags.edit'],
    ['f', 'record.favourite'],
    ['c', 'call_log.key'],
    ['p', 'plan.key'],
    ['shift+t', 'templates.key'],
    ['d', 'record.new_deal'],
    ['i', 'record.new_ticket'],
    ['mod+p', 'record.print'],
    ['w', 'deals.page.win'],
    ['l', 'deals.page.lose'],
  ),
  section(
    'conflicts.title',
    ['j', 'conflicts.key.next'],
    ['k', 'conflicts.key.previous'],
    ['1', 'conflicts.key.keep'],
    ['2', 'conflicts.key.take'],
    ['e', 'conflicts.key.write'],
  ),
  section('app.keys.forms', ['mod+enter', 'base.save'], ['esc', 'base.cancel'], ['tab', 'app.keys.next_field']),
]
