// How the office network stands, in one sentence each: quiet, busy, behind, in trouble, and a clock that is wrong.
import { catalogue } from '#shared/base/messages.ts'

export const networkStateMessages = catalogue(
  {
    'network.state.off': 'The office network is off',
    'network.state.alone': 'The office network is on, with no other computer yet',
    'network.state.exchanged': '{count} computers, everything is exchanged',
    'network.state.someThere': '{there} of {count} computers are here, everything is exchanged',
    'network.state.newer': '{name} has a newer Kith. Update this computer to see everything that is entered there',
    'network.state.nobodyThere': 'No other computer is here, nothing waits',
    'network.state.taking': 'Taking {done, number} of {total, number} changes from {name}',
    'network.state.takingFromMore': 'Taking {done, number} of {total, number} changes from {machines} computers',
    'network.state.sending': 'Sending {count, plural, one {# change} other {{count, number} changes}} to {name}',
    'network.state.exchanging': 'Exchanging changes with {count} computers',
    'network.state.waiting': '{count, plural, one {# change waits} other {{count, number} changes wait}} for {name}',
    'network.state.waitingForMore':
      '{count, plural, one {# change waits} other {{count, number} changes wait}} for {machines} computers that are not here',
    'network.state.missing':
      '{name} left before all was here: {count, plural, one {# change is} other {{count, number} changes are}} missing until it is back',

    'network.trouble.unknown':
      'The office network did not start. Switch it off and on again; if that does not help, close Kith and open it again.',
    'network.trouble.off_disk_full':
      'The office network is off, but the disk is full, so this is not saved yet. If there still is no room when Kith is closed or locked, the network is on again afterwards.',
    'network.trouble.off_disk':
      'The office network is off, but the disk of the workspace cannot be written to, so this is not saved yet. If that is still so when Kith is closed or locked, the network is on again afterwards.',
    'network.trouble.other_workspace': '{name} belongs to another workspace. Remove it from the list of computers.',
    'network.trouble.other_version': '{name} runs another version of Kith. Bring both computers up to date.',
    'network.trouble.bad_change_set':
      '{name} sent changes that do not fit, and none of them was kept. Bring both computers up to date; if it happens again, remove {name} and add it anew.',
    'network.trouble.fork': '{name} or this computer was restored from a copy. Remove {name} and add it anew.',
    'network.trouble.self': 'This computer was restored from a copy and lacks changes that {name} has. Add this computer anew.',
    'network.trouble.bad_message': '{name} says things that Kith does not understand. Bring both computers up to date.',
    'network.trouble.left_alone':
      '{name} said three times within an hour what Kith does not understand, and is not talked to for up to an hour. Bring both computers up to date.',
    'network.trouble.turned_away':
      '{name} does not talk to this computer for up to an hour: it got from here what it does not understand. Bring both computers up to date.',
    'network.trouble.differs':
      '{name} has the same changes as this computer but other data: one of the two files is damaged. Check the records on both computers.',
    'network.trouble.removed': '{name} has removed this computer from the office. Ask there for a new code.',
    'network.trouble.trouble': '{name} could not read or write its data. See there what Kith says, and whether its disk is full.',
    'network.trouble.refused':
      '{name} does not know this computer. If this one was removed, it needs a new code; if {name} was off when it joined, the others will let {name} know.',
    'network.trouble.not_taken':
      '{name} could not take a change of this computer. Bring both computers up to date; if it happens again, see on {name} what Kith says.',
    'network.trouble.own_disk_full':
      'This computer could not save what came: its disk is full. Make room on the disk of the workspace; it goes on by itself.',
    'network.trouble.own_disk':
      'This computer could not save what came: the workspace’s folder cannot be written to, or its disk did not answer as it should. Check the disk; it goes on by itself.',
    'network.trouble.notes':
      'Kith cannot write into the folder {folder} of this computer. There it notes how far it has come, and without that note it sends nothing to the others. Allow Kith to write there, or make room on that disk.',
    'network.trouble.own_notes':
      'This computer could not note how far it has come, so it sent nothing to {name}. It is tried again by itself.',
    'network.trouble.own_trouble':
      'This computer could not read or save its own data while it exchanged changes with {name}. It is tried again by itself; if it stays so, close Kith here and open it again.',

    'network.clock.thisAhead':
      'The clock of this computer is {count} {unit, select, minutes {minutes} hours {hours} other {days}} ahead of the others. Set it right: the later of two changes counts.',
    'network.clock.thisBehind':
      'The clock of this computer is {count} {unit, select, minutes {minutes} hours {hours} other {days}} behind the others. Set it right: the later of two changes counts.',
    'network.clock.otherAhead':
      'The clock of {name} is {count} {unit, select, minutes {minutes} hours {hours} other {days}} ahead. Set it right there: the later of two changes counts.',
    'network.clock.otherBehind':
      'The clock of {name} is {count} {unit, select, minutes {minutes} hours {hours} other {days}} behind. Set it right there: the later of two changes counts.',
    'network.clock.differ':
      'The clocks of {name} and of this computer differ by {count} {unit, select, minutes {minutes} hours {hours} other {days}}. Set the wrong one right: the later of two changes counts.',

    'network.notReached':
      'The computer that made this invitation does not answer at {addresses}. See that Kith is open there and its office network on, and that this computer is in the same network.',
    'network.notWritten': '“{name}” could not be written. Choose another place for the invitation.',
  },
  {
    'network.state.off': '办公室网络已关闭',
    'network.state.alone': '办公室网络已打开，还没有其他电脑',
    'network.state.exchanged': '{count} 台电脑，改动已全部同步',
    'network.state.someThere': '{count} 台电脑中有 {there} 台在线，改动已全部同步',
    'network.state.newer': '“{name}”上的 Kith 版本较新，更新本机后才能看到那里录入的全部内容',
    'network.state.nobodyThere': '其他电脑都不在线，没有等待同步的改动',
    'network.state.taking': '正在接收“{name}”的改动：{done, number} / {total, number}',
    'network.state.takingFromMore': '正在从 {machines} 台电脑接收改动：{done, number} / {total, number}',
    'network.state.sending': '正在向“{name}”发送 {count, number} 处改动',
    'network.state.exchanging': '正在与 {count} 台电脑同步',
    'network.state.waiting': '{count, number} 处改动等“{name}”上线后发送',
    'network.state.waitingForMore': '{count, number} 处改动等 {machines} 台电脑上线后发送',
    'network.state.missing': '“{name}”离线前还有 {count, number} 处改动没有传完，等它上线后继续',

    'network.trouble.unknown': '办公室网络没能启动。请关闭后重新打开；如果不行，请重启 Kith。',
    'network.trouble.off_disk_full':
      '办公室网络已关闭，但磁盘已满，这一设置还没有保存。如果关闭或锁定 Kith 时仍没有空间，之后网络会重新打开。',
    'network.trouble.off_disk':
      '办公室网络已关闭，但工作区所在的磁盘无法写入，这一设置还没有保存。如果关闭或锁定 Kith 时仍然如此，之后网络会重新打开。',
    'network.trouble.other_workspace': '“{name}”属于另一个工作区，请把它从电脑列表中移除。',
    'network.trouble.other_version': '“{name}”的 Kith 版本不同，请把两台电脑都更新到最新版本。',
    'network.trouble.bad_change_set':
      '“{name}”发来的改动不符合要求，一处也没有保存。请把两台电脑都更新到最新版本；如果再次出现，请移除“{name}”后重新加入。',
    'network.trouble.fork': '“{name}”或这台电脑是从副本恢复的，请移除“{name}”后重新加入。',
    'network.trouble.self': '这台电脑是从副本恢复的，缺少“{name}”上已有的改动，请让这台电脑重新加入。',
    'network.trouble.bad_message': 'Kith 看不懂“{name}”发来的内容，请把两台电脑都更新到最新版本。',
    'network.trouble.left_alone':
      '“{name}”在一小时内三次发来 Kith 无法理解的内容，最长一小时内暂不与它同步。请把两台电脑都更新到最新版本。',
    'network.trouble.turned_away':
      '“{name}”从这台电脑收到了无法理解的内容，最长一小时内暂不与这台电脑同步。请把两台电脑都更新到最新版本。',
    'network.trouble.differs': '“{name}”与这台电脑的改动相同，数据却不一致：其中一台的文件已损坏。请在两台电脑上检查记录。',
    'network.trouble.removed': '“{name}”已把这台电脑移出办公室，请在那边索取新的配对码。',
    'network.trouble.trouble': '“{name}”无法读写自己的数据，请查看那台电脑上 Kith 的提示，并检查那里的磁盘是否已满。',
    'network.trouble.refused':
      '“{name}”不认识这台电脑。如果这台电脑已被移出，需要新的配对码；如果它加入时“{name}”没有开机，等其他电脑告知即可。',
    'network.trouble.not_taken':
      '“{name}”没能接收这台电脑的一处改动。请把两台电脑都更新到最新版本；如果再次出现，请查看“{name}”上 Kith 的提示。',
    'network.trouble.own_disk_full': '这台电脑没能保存收到的改动：磁盘已满。请在工作区所在的磁盘上腾出空间，之后会自动继续。',
    'network.trouble.own_disk': '这台电脑没能保存收到的改动：工作区文件夹不可写入，或磁盘响应异常。请检查磁盘，之后会自动继续。',
    'network.trouble.notes':
      'Kith 无法写入这台电脑上的文件夹 {folder}。它要先在那里记下本机改动发到了哪里，才会向其他电脑发送。请允许 Kith 写入该文件夹，或在所在磁盘上腾出空间。',
    'network.trouble.own_notes': '这台电脑没能记下改动发到了哪里，因此没有向“{name}”发送任何内容。会自动重试。',
    'network.trouble.own_trouble':
      '与“{name}”同步时，这台电脑没能读写自己的数据。会自动重试；如果一直如此，请重启这台电脑上的 Kith。',

    'network.clock.thisAhead':
      '这台电脑的时间比其他电脑快 {count} {unit, select, minutes {分钟} hours {小时} other {天}}，请校准：两处改动冲突时，以时间较晚的为准。',
    'network.clock.thisBehind':
      '这台电脑的时间比其他电脑慢 {count} {unit, select, minutes {分钟} hours {小时} other {天}}，请校准：两处改动冲突时，以时间较晚的为准。',
    'network.clock.otherAhead':
      '“{name}”的时间快了 {count} {unit, select, minutes {分钟} hours {小时} other {天}}，请在那台电脑上校准：两处改动冲突时，以时间较晚的为准。',
    'network.clock.otherBehind':
      '“{name}”的时间慢了 {count} {unit, select, minutes {分钟} hours {小时} other {天}}，请在那台电脑上校准：两处改动冲突时，以时间较晚的为准。',
    'network.clock.differ':
      '“{name}”与这台电脑的时间相差 {count} {unit, select, minutes {分钟} hours {小时} other {天}}，请校准不准的那台：两处改动冲突时，以时间较晚的为准。',

    'network.notReached':
      '发出邀请的电脑在 {addresses} 都没有应答。请确认那台电脑上的 Kith 已打开、办公室网络已开启，并且两台电脑在同一个网络里。',
    'network.notWritten': '无法写入“{name}”，请为邀请文件另选一个位置。',
  },
)
