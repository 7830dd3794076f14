/**
 * What OCPP 2.0.1 edition 3 and 2.1 say about each message, one sentence each in our own words, cited by the use case of
 * part 2 in which it is defined.
 */
export const specification2: Record<string, string> = {
  Authorize: of(
    'C01',
    'Before a user may start or stop charging, the charger asks whether the User ID, or the contract certificate of the car, is accepted',
  ),
  BootNotification: of(
    'B01',
    'The charger has restarted, for the reason that it gives, and says what it is; until it is accepted it must send nothing else on its own',
  ),
  CancelReservation: of('H02', 'Asks the charger to give up a reservation, named by its id'),
  CertificateSigned: of('A02', 'Hands the charger the signed certificate that it asked for'),
  ChangeAvailability: of(
    'G03',
    'Puts a connector, an EVSE or the whole charger into or out of service; during a session it waits until the end, which is answered Scheduled',
  ),
  ClearCache: of('C11', 'Asks the charger to forget which users were accepted before'),
  ClearChargingProfile: of('K10', 'Removes the charging profiles that match, or the one that is named'),
  ClearDisplayMessage: of('O05', 'Removes a message from the display of the charger'),
  ClearVariableMonitoring: of('N06', 'Removes monitors, named by their ids'),
  ClearedChargingLimit: of(
    'K13',
    'A limit that somebody else than the central system had set, such as an energy management system, does not apply any more',
  ),
  CostUpdated: of('I02', 'Tells the charger what the session costs so far, so that it can show it'),
  CustomerInformation: of(
    'N09',
    'Asks the charger to report, or to remove, what it has stored of one customer; the report follows in NotifyCustomerInformation',
  ),
  DataTransfer: of('P01', 'Carries what the standard does not cover, agreed between a vendor and a central system'),
  DeleteCertificate: of('M04', 'Asks the charger to delete one installed certificate'),
  FirmwareStatusNotification: of('L01', 'The charger tells how a firmware update goes: download, check of the signature, installation'),
  Get15118EVCertificate: of(
    'M01',
    "The charger passes on the car's request to install or renew a contract certificate, which takes a public key infrastructure to answer",
  ),
  GetBaseReport: of('B07', 'Asks for the variables of the device model; they follow in NotifyReport, in as many parts as it takes'),
  GetCertificateStatus: of('M06', 'The charger asks whether a certificate has been revoked, by OCSP'),
  GetChargingProfiles: of('K09', 'Asks which charging profiles are installed; they follow in ReportChargingProfiles'),
  GetCompositeSchedule: of('K08', 'Asks which limit the charger will really apply over the next time, after all its charging profiles'),
  GetDisplayMessages: of('O03', 'Asks which messages are set on the display; they follow in NotifyDisplayMessages'),
  GetInstalledCertificateIds: of('M03', 'Asks which certificates of some kinds are installed'),
  GetLocalListVersion: of('D02', "Asks for the version of the charger's local list of users; 0 means that there is none"),
  GetLog: of('N01', 'Asks the charger to upload its diagnostics or security log'),
  GetMonitoringReport: of('N02', 'Asks which variables are monitored; they follow in NotifyMonitoringReport'),
  GetReport: of('B08', 'Asks for chosen variables of the device model; they follow in NotifyReport'),
  GetTransactionStatus: of('E14', 'Asks whether a session still runs, and whether the charger has messages about it that wait to be sent'),
  GetVariables: of('B06', 'Reads variables of the device model, each named by its component and its own name'),
  Heartbeat: of('G02', 'Shows that the charger is alive; the answer carries the time, by which the charger sets its clock'),
  InstallCertificate: of('M05', 'Installs a root certificate in the charger'),
  LogStatusNotification: of('N01', 'The charger tells how the upload of a log goes'),
  MeterValues: of(
    'J01',
    'The charger reports its meter, aligned to the clock or when asked; values that belong to a session come in TransactionEvent instead',
  ),
  NotifyChargingLimit: of('K12', 'Somebody else than the central system, such as an energy management system, limits the charger'),
  NotifyCustomerInformation: of('N09', 'The report of what is stored of a customer, in parts'),
  NotifyDisplayMessages: of('O03', 'The report of the messages on the display, in parts'),
  NotifyEVChargingNeeds: of(
    'K15',
    'The car has told how much energy it wants, and when it leaves (ISO 15118); the central system may send a charging profile',
  ),
  NotifyEVChargingSchedule: of('K15', 'The car has told by which schedule it is going to charge (ISO 15118)'),
  NotifyEvent: of('N07', 'Variables of the device model have changed or crossed a limit that is monitored'),
  NotifyMonitoringReport: of('N02', 'The report of the monitored variables, in parts'),
  NotifyReport: of('B07', 'The report of variables of the device model, in parts; tbc says whether more follow'),
  PublishFirmware: of('L03', 'Asks a local controller to fetch a firmware, and to offer it to the chargers behind it'),
  PublishFirmwareStatusNotification: of('L03', 'A local controller tells how it goes with the firmware that it is to offer to others'),
  ReportChargingProfiles: of('K09', 'The report of the installed charging profiles, in parts'),
  RequestStartTransaction: of(
    'F01',
    'Asks the charger to start a session for a user. Accepted only means that it will try: the session begins with a TransactionEvent that names the same remoteStartId',
  ),
  RequestStopTransaction: of('F03', 'Asks the charger to end a session, as if the user had ended it there; a TransactionEvent follows'),
  ReservationStatusUpdate: of('H04', 'A reservation has expired or was removed'),
  ReserveNow: of('H01', 'Reserves an EVSE, or any, for one user until a time'),
  Reset: of('B11', 'Restarts the charger or one EVSE, at once or when no session runs any more'),
  SecurityEventNotification: of('A04', 'The charger reports an event that matters for security'),
  SendLocalList: of('D01', 'Sends the list of users that the charger may accept on its own, whole or as changes'),
  SetChargingProfile: of('K01', 'Limits power or current over time, for the charger, an EVSE or one session'),
  SetDisplayMessage: of('O01', 'Shows a message on the display of the charger'),
  SetMonitoringBase: of(
    'N03',
    'Chooses a set of monitors: all of the manufacturer, the factory default, or only those that cannot be removed',
  ),
  SetMonitoringLevel: of('N05', 'Chooses up to which severity events are reported; 0 is the worst, 9 the least'),
  SetNetworkProfile: of('B09', 'Stores how the charger may connect to a central system, in one of its slots'),
  SetVariableMonitoring: of('N04', 'Sets limits for variables, which are reported in NotifyEvent when they are crossed'),
  SetVariables: of('B05', 'Sets variables of the device model; each is accepted or refused on its own'),
  SignCertificate: of('A02', 'The charger asks for a signed certificate of its own'),
  StatusNotification: of(
    'G01',
    'The state of a connector has changed; Occupied says that somebody uses it, and the TransactionEvent messages say what happens there',
  ),
  TransactionEvent: of(
    'E01',
    'The charger tells of a session: that it starts, what has changed, or that it ends. What happens offline is told afterwards, and the sequence number says what belongs where',
  ),
  TriggerMessage: of('F06', 'Asks the charger to send a certain message now, if it can'),
  UnlockConnector: of('F05', 'Asks the charger to unlock a connector, for a cable that is stuck; it is no way to end a session'),
  UnpublishFirmware: of('L04', 'Asks a local controller to offer a firmware no longer'),
  UpdateFirmware: of('L01', 'Tells the charger where and when to fetch new firmware, and how it is signed'),
}

/** What only 2.1 has. */
export const specification21: Record<string, string> = {
  AdjustPeriodicEventStream: of21('N14', 'Changes how often an event stream is sent, and how many values at once'),
  AFRRSignal: of21(
    'Q08',
    'Passes on the signal of a grid operator for reserve power, which a charger with a car that can feed back follows',
  ),
  BatterySwap: of21('S03', 'The charger of a battery swap station tells that batteries were put in or taken out'),
  ChangeTransactionTariff: of21('I11', 'Changes the tariff of a running session'),
  ClearDERControl: of21('R04', 'Removes controls by which a charger supports the grid'),
  ClearTariffs: of21('I10', 'Removes tariffs from the charger'),
  ClosePeriodicEventStream: of21('N13', 'The charger closes an event stream'),
  GetCertificateChainStatus: of21(null, 'The charger asks whether certificates of a chain have been revoked'),
  GetDERControl: of21('R04', 'Asks which controls are set by which the charger supports the grid; they follow in ReportDERControl'),
  GetPeriodicEventStream: of21('N12', 'Asks which event streams are open'),
  GetTariffs: of21('I09', 'Asks which tariffs are set'),
  NotifyAllowedEnergyTransfer: of21(
    'Q01',
    'Tells the charger which ways of energy transfer are allowed for a session, such as feeding back to the grid',
  ),
  NotifyDERAlarm: of21('R05', 'The charger has seen a fault of the grid, such as a voltage or a frequency out of range'),
  NotifyDERStartStop: of21('R04', 'A control by which the charger supports the grid has begun or ended'),
  NotifyPeriodicEventStream: of21('N15', 'Values of a monitored variable, streamed; it is sent without waiting for an answer'),
  NotifyPriorityCharging: of21('K22', 'Charging a car before others has been switched on or off at the charger'),
  NotifySettlement: of21('C21', 'The charger tells how a payment at its terminal has been settled'),
  NotifyWebPaymentStarted: of21(
    'C25',
    'Tells the charger that a user has begun to pay on a web page, so that the EVSE is kept for a while',
  ),
  OpenPeriodicEventStream: of21('N11', 'The charger asks to stream the values of a monitored variable'),
  PullDynamicScheduleUpdate: of21('K28', 'The charger asks for the present limit of a charging profile of the dynamic kind'),
  ReportDERControl: of21('R04', 'The report of the controls by which the charger supports the grid, in parts'),
  RequestBatterySwap: of21('S02', 'Starts the swap of a battery for a user'),
  SetDERControl: of21('R04', 'Sets a control by which the charger supports the grid, such as a curve of power over voltage'),
  SetDefaultTariff: of21('I07', 'Sets the tariff that applies where a user has none of their own'),
  UpdateDynamicSchedule: of21('K28', 'Changes the present limit of a charging profile of the dynamic kind'),
  UsePriorityCharging: of21('K21', 'Asks the charger to charge a car before others, or to stop doing so'),
  VatNumberValidation: of21(null, 'The charger asks whether a VAT number is valid that a user typed for the invoice'),
}

/** What a reported state means in 2.x. */
export const statusMeaning2: Record<string, string> = {
  Available: of('G01', 'The connector is free for a new user'),
  Occupied: of(
    'G01',
    'The connector is in use: a cable is plugged in or a vehicle is detected; what happens there is told in TransactionEvent',
  ),
  Reserved: of('H01', 'The connector is kept for one user by a ReserveNow'),
  Unavailable: of('G03', 'The connector is out of service, often by a ChangeAvailability'),
  Faulted: of('G01', 'A fault keeps the connector from charging; the charger says which in NotifyEvent'),
}

/** What a charging state means in a TransactionEvent. */
export const chargingStateMeaning: Record<string, string> = {
  EVConnected: 'The car is plugged in, and no energy is offered to it',
  Charging: 'Energy may flow: the contactor is closed',
  SuspendedEV: 'The car has paused: energy is offered and it takes none; a central system cannot make a car accept power',
  SuspendedEVSE: 'The charger has paused: the car would charge, but gets no energy, for example because of a limit or a schedule',
  Idle: 'Nothing is connected that could be charged',
}

function of(useCase: string, sentence: string): string {
  return `${sentence} (OCPP 2.0.1 part 2, ${useCase}).`
}

/** @param useCase null where none is known for sure */
function of21(useCase: string | null, sentence: string): string {
  return `${sentence} (OCPP 2.1 part 2${useCase === null ? '' : `, ${useCase}`}).`
}
