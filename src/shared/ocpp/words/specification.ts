/**
 * What the specification says about each message, one sentence each in our own words. Clauses are those of OCPP 1.6
 * edition 2; the security whitepaper ("Improved security for OCPP 1.6-J") is cited by use case.
 */
export const specification: Record<string, string> = {
  Authorize:
    'Before a user may start or stop charging, the charger asks whether the User ID is accepted; it may skip this for a user it knows from its local list or cache (OCPP 1.6 §4.1).',
  BootNotification:
    'The charger has restarted, by itself or on command, and says what it is; until it is accepted it must send nothing else on its own (OCPP 1.6 §4.2).',
  CancelReservation: 'Asks the charger to give up a reservation, named by its id (OCPP 1.6 §5.1).',
  CertificateSigned: 'Hands the charger the signed certificate that it asked for (security whitepaper, use cases A02 and A03).',
  ChangeAvailability:
    'Puts a connector, or with connector 0 the whole charger, into or out of service; during a session it waits until the end, which is answered Scheduled (OCPP 1.6 §5.2).',
  ChangeConfiguration:
    'Sets one configuration key; the charger accepts, refuses, asks for a reboot, or says that it has no such key (OCPP 1.6 §5.3).',
  ClearCache: 'Asks the charger to forget which users were accepted before (OCPP 1.6 §5.4).',
  ClearChargingProfile: 'Removes the charging profiles that match, or all of them (OCPP 1.6 §5.5).',
  DataTransfer: 'Carries what the standard does not cover, agreed between a vendor and a central system (OCPP 1.6 §4.3 and §5.6).',
  DeleteCertificate: 'Asks the charger to delete one installed certificate (security whitepaper, use case M04).',
  DiagnosticsStatusNotification: 'The charger tells how the upload of its diagnostics goes (OCPP 1.6 §4.4).',
  ExtendedTriggerMessage: 'TriggerMessage with the messages of the security extension (security whitepaper).',
  FirmwareStatusNotification: 'The charger tells how a firmware update goes: download, then installation (OCPP 1.6 §4.5).',
  GetCompositeSchedule:
    'Asks which limit the charger will really apply over the next time, after all its charging profiles (OCPP 1.6 §5.7).',
  GetConfiguration: 'Reads configuration keys, or all of them when none is named (OCPP 1.6 §5.8).',
  GetDiagnostics: 'Asks the charger to upload a diagnostics file to an address (OCPP 1.6 §5.9).',
  GetInstalledCertificateIds: 'Asks which certificates of one kind are installed (security whitepaper, use case M03).',
  GetLocalListVersion: "Asks for the version of the charger's local list of users; 0 is an empty list, -1 none at all (OCPP 1.6 §5.10).",
  GetLog: 'Asks the charger to upload its diagnostics or security log (security whitepaper, use case N01).',
  Heartbeat: 'Shows that the charger is alive; the answer carries the time, by which the charger sets its clock (OCPP 1.6 §4.6).',
  InstallCertificate: 'Installs a root certificate in the charger (security whitepaper, use case M05).',
  LogStatusNotification: 'The charger tells how the upload of a log goes (security whitepaper, use case N01).',
  MeterValues:
    'The charger reports its meter, at intervals or when asked; which quantities it sends is a matter of its configuration, and energy is in Wh unless a unit says otherwise (OCPP 1.6 §4.7).',
  RemoteStartTransaction:
    'Asks the charger to start a session for a user. Accepted only means that it will try: the session begins with StartTransaction (OCPP 1.6 §5.11).',
  RemoteStopTransaction: 'Asks the charger to end a session, as if the user had ended it there; StopTransaction follows (OCPP 1.6 §5.12).',
  ReserveNow: 'Reserves a connector for one user until a time (OCPP 1.6 §5.13).',
  Reset: 'Restarts the charger. Soft ends sessions first, hard may not wait; both should send StopTransaction (OCPP 1.6 §5.14).',
  SecurityEventNotification: 'The charger reports an event that matters for security (security whitepaper, use case A04).',
  SendLocalList: 'Sends the list of users that the charger may accept on its own, whole or as changes (OCPP 1.6 §5.15).',
  SetChargingProfile: 'Limits power or current over time, for the charger, a connector or one session (OCPP 1.6 §5.16).',
  SignCertificate: 'The charger asks for a signed certificate of its own (security whitepaper, use cases A02 and A03).',
  SignedFirmwareStatusNotification: 'The charger tells how a signed firmware update goes (security whitepaper, use case L01).',
  SignedUpdateFirmware: 'Asks the charger to update its firmware, after checking a signature (security whitepaper, use case L01).',
  StartTransaction:
    'A session begins. The answer gives the transaction id and says whether the user is accepted; a charger that gets no answer must send it again (OCPP 1.6 §4.8).',
  StatusNotification:
    'The state of a connector has changed, or of the charger as a whole where the connector is 0; an error code says what is wrong (OCPP 1.6 §4.9).',
  StopTransaction:
    'A session ends. The central system cannot prevent it; a reason that is left out means Local, stopped at the charger (OCPP 1.6 §4.10).',
  TriggerMessage: 'Asks the charger to send a certain message now, if it can (OCPP 1.6 §5.17).',
  UnlockConnector: 'Asks the charger to unlock a connector, for a cable that is stuck; it is no way to end a session (OCPP 1.6 §5.18).',
  UpdateFirmware: 'Tells the charger where and when to fetch new firmware (OCPP 1.6 §5.19).',
}

/** What a reported state means (OCPP 1.6 §4.9 and §7.7). */
export const statusMeaning: Record<string, string> = {
  Available: 'The connector is free for a new user (OCPP 1.6 §4.9).',
  Preparing: 'Somebody is about to charge: a cable is plugged in or a user has identified, but no session runs yet (OCPP 1.6 §4.9).',
  Charging: 'The charger is charging the car: its contactor is closed and the car may draw power (OCPP 1.6 §4.9).',
  SuspendedEV:
    'The car has paused: the charger offers energy and the car takes none, perhaps because its battery is full; a central system cannot make a car accept power (OCPP 1.6 §4.9).',
  SuspendedEVSE:
    'The charger has paused: the car would charge, but the charger offers no energy, for example because of a limit, a schedule or a user who is not accepted (OCPP 1.6 §4.9).',
  Finishing: 'The session is over, but the connector is not free yet: the cable is still plugged in (OCPP 1.6 §4.9).',
  Reserved: 'The connector is kept for one user by a ReserveNow (OCPP 1.6 §4.9).',
  Unavailable: 'The connector is out of service, often by a ChangeAvailability (OCPP 1.6 §4.9).',
  Faulted: 'A fault keeps the connector, or the charger, from charging; the error code says which (OCPP 1.6 §4.9).',
}
