// What the office network says: pairing, calling another machine, the door.
import { catalogue } from '#shared/base/messages.ts'

export const syncMessages = catalogue(
  {
    'sync.pairing.code_shape': 'The code has {digits} digits. Please type it as the other computer shows it.',
    'sync.pairing.wrong_code':
      'That is not the code. {tries, plural, one {One more try is left} other {# more tries are left}}; after that a new code is needed.',
    'sync.pairing.code_dead': 'The code was wrong three times and is no longer valid. Show a new code on the other computer.',
    'sync.pairing.expired':
      'It has expired: a code is valid for ten minutes, an invitation file for seven days. Ask for a new one.',
    'sync.pairing.withdrawn': 'The other computer has taken this code or invitation back. Ask for a new one.',
    'sync.pairing.used':
      'Another computer has already joined by this code or invitation; each lets one in. Ask for a new one, and look in the list of computers who that was.',
    'sync.pairing.no_invitation':
      'This invitation is no longer valid: it has expired, was used, or was taken back. Ask for a new one.',
    'sync.pairing.not_the_office':
      'The computer that answered does not know the code, so nothing was sent to it. Check which computer shows the code, and choose that one.',
    'sync.pairing.other_version':
      'The two computers run different versions of Kith that cannot pair. Bring both up to date, then try again.',
    'sync.pairing.declined': 'The other computer did not take this one in. See what it says, then try again with a new code.',
    'sync.pairing.interrupted': 'The connection was lost while pairing. Show a new code on the other computer and try again.',
    'sync.pairing.too_slow': 'The other computer did not answer in time. Show a new code there and try again.',
    'sync.pairing.invitation_missing':
      'There is no file {path}. Check where the invitation was put, and how its name is written.',
    'sync.pairing.invitation_unreadable':
      'Kith may not read the file {path}. Allow the person who runs Kith here to read it, or put it where they may.',
    'sync.pairing.invitation_file':
      'This file is not an invitation from Kith, or it is damaged. Ask for it to be sent once more.',

    'sync.dial.unreachable': 'There is no way to {address} from this computer. Check the network cable or the wireless network.',
    'sync.dial.name_unknown':
      'Nobody on the network knows the name {address}. Check how it is written, or type the numbers of the address.',
    'sync.dial.port_closed':
      'The computer at {address} is there, but Kith does not listen on it. Open Kith there and switch the office network on.',
    'sync.dial.no_answer':
      'Nothing answers at {address}. The computer may be off, asleep or busy, or its firewall does not let Kith through.',
    'sync.dial.not_kith': 'Something answers at {address}, but it is not Kith.',
    'sync.dial.other_version':
      'The Kith at {address} is of another version and does not understand this one. Bring both up to date.',
    'sync.dial.other_machine':
      'Another computer than expected answers at {address}. Its address may have gone to a different machine.',
    'sync.dial.itself': '{address} is this computer itself, or a copy of it. Choose another one.',
    'sync.dial.refused':
      'The computer at {address} did not let this one in. It shows no code at the moment, or does not know this one any more: show a new code there, and try again.',
    'sync.dial.cancelled': 'Calling {address} was stopped.',

    'sync.listen.port_taken': 'Another program uses port {port}. Close that program, then switch the office network on again.',
    'sync.listen.no_address':
      '{address} is no address of this computer, so Kith cannot listen there. Check how it is written, and whether the network that it belongs to is connected.',
    'sync.listen.failed': 'Kith may not listen on port {port}. Ask whoever looks after this computer to allow it.',
  },
  {
    'sync.pairing.code_shape': '配对码是 {digits} 位数字，请按另一台电脑上显示的输入。',
    'sync.pairing.wrong_code': '配对码不对，还可以再试 {tries} 次，之后需要换一个新的配对码。',
    'sync.pairing.code_dead': '配对码错了三次，已经失效。请在另一台电脑上重新生成一个。',
    'sync.pairing.expired': '已超过有效时间：配对码十分钟内有效，邀请文件七天内有效。请索取新的。',
    'sync.pairing.withdrawn': '对方已撤回这个配对码或邀请。请索取新的。',
    'sync.pairing.used': '已有电脑用这个配对码或邀请加入，每个只能用一次。请索取新的，并在电脑列表中查看是哪一台。',
    'sync.pairing.no_invitation': '这份邀请已失效：可能已过期、已用过，或已被撤回。请索取新的邀请。',
    'sync.pairing.not_the_office':
      '应答的电脑不知道这个配对码，因此没有向它发送任何内容。请确认哪台电脑显示着配对码，再选择那一台。',
    'sync.pairing.other_version': '两台电脑的 Kith 版本不同，无法配对。请都更新到最新版本后再试。',
    'sync.pairing.declined': '另一台电脑没有接受这台电脑。请查看那边的提示，再用新的配对码重试。',
    'sync.pairing.interrupted': '配对时连接中断。请在另一台电脑上重新生成配对码，再试一次。',
    'sync.pairing.too_slow': '另一台电脑没有及时应答。请在那边重新生成配对码，再试一次。',
    'sync.pairing.invitation_missing': '没有 {path} 这个文件。请检查邀请文件放在哪里，以及文件名的写法。',
    'sync.pairing.invitation_unreadable':
      'Kith 没有权限读取文件 {path}。请允许在本机运行 Kith 的用户读取它，或把它放到可以读取的位置。',
    'sync.pairing.invitation_file': '这不是 Kith 的邀请文件，或文件已损坏。请让对方重新发送。',

    'sync.dial.unreachable': '这台电脑无法到达 {address}。请检查网线或无线网络。',
    'sync.dial.name_unknown': '网络中没有名为 {address} 的电脑。请检查写法，或改用数字地址。',
    'sync.dial.port_closed': '{address} 的电脑在线，但上面的 Kith 没有开启办公室网络。请在那台电脑上打开 Kith 并开启办公室网络。',
    'sync.dial.no_answer': '{address} 没有应答。那台电脑可能没开机、在睡眠或正忙，或被防火墙挡住了。',
    'sync.dial.not_kith': '{address} 有应答，但不是 Kith。',
    'sync.dial.other_version': '{address} 的 Kith 版本不同，无法相互识别。请都更新到最新版本。',
    'sync.dial.other_machine': '{address} 应答的不是原来的电脑，这个地址可能已分配给别的电脑。',
    'sync.dial.itself': '{address} 就是这台电脑，或是它的副本。请选择另一台。',
    'sync.dial.refused':
      '{address} 的电脑没有让这台电脑进入：当前没有显示配对码，或已不再认识它。请在那边重新显示配对码，再试一次。',
    'sync.dial.cancelled': '已停止连接 {address}。',

    'sync.listen.port_taken': '端口 {port} 被其他程序占用。请关闭那个程序，再重新打开办公室网络。',
    'sync.listen.no_address':
      '{address} 不是这台电脑的地址，Kith 无法在那里等候连接。请检查写法，以及这个地址所属的网络是否已连接。',
    'sync.listen.failed': 'Kith 无法使用端口 {port}。请联系管理这台电脑的人放行。',
  },
)
