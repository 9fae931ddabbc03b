import FabMetrology
import Testing

@Suite struct IVRecordTests {}
