import type { Row } from './row.ts'

/** What can be unusual about times. */
export const times: Record<string, Row> = {
  'unreadable-time': ['Time that cannot be read', 'Times are in ISO 8601 (OCPP 1.6 §3.15).', 'The time of arrival was used.'],
  'time-as-number': [
    'Time as a number',
    'Times are texts in ISO 8601 (OCPP 1.6 §3.15).',
    'It was read as seconds or milliseconds since 1970.',
  ],
  'time-without-offset': [
    'Time without offset from UTC',
    'Times should be in UTC, or say their offset (OCPP 1.6 §3.14; RFC 3339 §5.6).',
    'It was read as UTC; a clock that runs in local time shows as an offset.',
  ],
  'implausible-time': [
    'Clock that is not set',
    'A charger sets its clock by the answers to BootNotification and Heartbeat (OCPP 1.6 §4.2, §4.6).',
    'The time of arrival was used.',
  ],
  late: [
    'Arrived late',
    'Messages about sessions are queued while offline (OCPP 1.6 §3.7).',
    'It was placed at the time it tells of.',
    false,
  ],
}

/** What can break the JSON Schema of a message, by the keyword. */
export const schema: Record<string, Row> = {
  'schema-required': [
    'Field missing',
    'A field that the message must have is missing (its JSON Schema, “required”).',
    'It was served without it, where that makes sense.',
  ],
  'schema-additionalProperties': [
    'Field too many',
    'Fields that a message does not define are not allowed (its JSON Schema, “additionalProperties”).',
    'It was ignored.',
  ],
  'schema-type': [
    'Field of the wrong type',
    'A field has the type that its JSON Schema says (“type”).',
    'It was read as what it must mean, where that is plain.',
  ],
  'schema-enum': [
    'Value that is not in the list',
    'A field has one of the values of its list (its JSON Schema, “enum”).',
    'It was shown as it came.',
  ],
  'schema-maxLength': [
    'Text too long',
    'A text has at most the length of its field (its JSON Schema, “maxLength”; CiString of OCPP 1.6 §7.17 ff.).',
    'It was taken whole.',
  ],
  'schema-minItems': ['List too short', 'A list has the number of items that its JSON Schema says (“minItems”).', 'It was taken as it is.'],
  'schema-multipleOf': [
    'Number with too many decimals',
    'A number has at most the decimals that its JSON Schema says (“multipleOf”).',
    'It was taken as it is.',
  ],
}
