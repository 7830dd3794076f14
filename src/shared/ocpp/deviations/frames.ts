import type { Row } from './row.ts'

/** What can be unusual about frames, about answers, and about the way they come. */
export const frames: Record<string, Row> = {
  'byte-order-mark': [
    'Byte order mark before a frame',
    'JSON text must not begin with a byte order mark (RFC 8259 §8.1).',
    'It was skipped.',
  ],
  'invalid-utf8': [
    'Bytes that are not UTF-8 text, or a binary frame',
    'OCPP messages are WebSocket text frames in UTF-8 (OCPP-J 1.6 §4.1; RFC 6455 §5.6).',
    'The bytes were kept, and read as far as they are text.',
  ],
  'unmasked-frame': ['Frame without a mask', 'A client masks every frame (RFC 6455 §5.1).', 'It was read all the same.'],
  'compressed-frame': [
    'Compressed without asking',
    'A frame is compressed only where both sides agreed on it when connecting (RFC 7692 §5).',
    'It was unpacked; the bytes were kept as they came.',
  ],
  'reserved-bits': [
    'Reserved bits of a frame are set',
    'They are 0 where no extension was agreed on (RFC 6455 §5.2).',
    'They were ignored.',
  ],
  'unknown-opcode': ['Frame of an unknown type', 'Data frames are text, binary or continuations (RFC 6455 §5.2).', 'It was read as text.'],
  'broken-fragments': [
    'Fragments that do not fit together',
    'A message in fragments begins with text or binary, goes on with continuations, and ends before the next (RFC 6455 §5.4).',
    'Each piece was read as far as it came.',
  ],
  'frame-too-long': ['Message that is too long', 'No OCPP message comes near 16 MB.', 'Its beginning was kept, and the rest skipped.'],
  malformed: [
    'Frame that is not an OCPP message',
    'Every message is a JSON array of message type, message id and the rest (OCPP-J 1.6 §4.2).',
    'It was kept as it came; a call whose id could be read was answered with FormationViolation.',
  ],
  'message-type-as-text': ['Message type as a text', 'The message type is a number (OCPP-J 1.6 §4.1.3).', 'It was read as the number.'],
  'missing-message-id': [
    'Error without message id',
    'A CALLERROR carries the id of its call (OCPP-J 1.6 §4.2.3).',
    'The only open call was taken for it.',
  ],
  'numeric-message-id': [
    'Message id as a number',
    'The message id is a text of at most 36 characters (OCPP-J 1.6 §4.1.4).',
    'It was read as its digits.',
  ],
  'long-message-id': ['Message id too long', 'A message id has at most 36 characters (OCPP-J 1.6 §4.1.4).', 'It was taken as it is.'],
  'extra-elements': [
    'Too many elements in a frame',
    'A call has 4 elements, a result 3, an error 5 (OCPP-J 1.6 §4.2).',
    'The rest was ignored.',
  ],
  'incomplete-error': [
    'Incomplete error',
    'A CALLERROR has a code, a description (which may be empty) and details (which may be {}) (OCPP-J 1.6 §4.2.3).',
    'What is missing was taken as empty.',
  ],
  'unknown-error-code': [
    'Error code that is not in the standard',
    'Error codes are those of the table in OCPP-J 1.6 §4.2.3.',
    'It was shown as it came.',
  ],
  'misspelt-error-code': [
    'Error code in another spelling',
    'Error codes are those of the table in OCPP-J 1.6 §4.2.3 (which itself spells Occurence with one r), or of OCPP 2.0.1 part 4 §4.3.',
    'It was understood all the same.',
  ],
  'missing-payload': [
    'Payload missing',
    'The payload is a JSON object, {} where it has no fields (OCPP-J 1.6 §4.2.1).',
    'It was taken as empty.',
  ],
  'unknown-action': [
    'Action that the version does not have',
    'Actions are those of the version that was agreed on (OCPP-J 1.6 §4.2.1).',
    'It was answered with NotImplemented.',
  ],
  'duplicate-message-id': [
    'Message id used twice',
    'Each call on a connection has an id of its own (OCPP-J 1.6 §4.1.4).',
    'Both calls were served.',
  ],
  'late-answer': [
    'Answer on a later connection',
    'An answer belongs on the connection of its call (OCPP-J 1.6 §4.1.1).',
    'It was linked to its call.',
  ],
  'answer-after-timeout': [
    'Answer after the timeout',
    'An answer is expected within the timeout; until it comes no other call may be sent (OCPP-J 1.6 §4.1.1).',
    'The call had been given up; the answer was linked to it all the same.',
  ],
  'unnamed-error': [
    'Error that does not name its call',
    'A CALLERROR carries the id of its call (OCPP-J 1.6 §4.2.3).',
    'The only open call was taken for it.',
  ],
  'orphan-answer': [
    'Answer to nothing',
    'A result or error answers a call that is open (OCPP-J 1.6 §4.1.4).',
    'It was kept, and has no effect.',
  ],
  'duplicate-answer': ['Second answer', 'A call is answered once (OCPP-J 1.6 §4.1.1).', 'The first one counts.'],
  'orphan-result-error': [
    'Complaint about an answer that is not known',
    'A CALLRESULTERROR names a call that was answered (OCPP 2.1 part 4 §4.2.4).',
    'It was kept, and has no effect.',
  ],
  handshake: [
    'Unusual connection',
    'A charger connects to the URL that ends in its identity, and names the versions it speaks (OCPP-J 1.6 §3.1).',
    'It was let in all the same.',
  ],
  'version-guessed': [
    'No known version named when connecting',
    'A charger names its versions in Sec-WebSocket-Protocol (OCPP-J 1.6 §3.1.2).',
    'The version was guessed from its messages.',
  ],
  'sent-on-purpose': ['Sent by the technician on purpose', 'The payload breaks its schema, as the technician knew.', 'It was sent.', false],
  'app-error': ['Fault of this app', 'Every entry should be read; this is a fault of the app.', 'The entry was kept.', false],
  'message-type-of-2.1': [
    'Message type of OCPP 2.1',
    'SEND and CALLRESULTERROR are message types of OCPP 2.1 only (OCPP 2.1 part 4 §4.2).',
    'It was read all the same.',
  ],
}
