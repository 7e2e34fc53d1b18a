import CExpat
import PlanModel

/// Reads an XML file record by record, in one pass over its mapped bytes (expat).
///
/// A document type is refused, so that there are no entities but the five of XML; depth, length of texts and number of elements are
/// limited. Attributes and namespaces are not looked at; a prefix of a name is dropped.
enum XMLReader {
    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - file: its name, for faults.
    ///   - root: the name of the outermost element.
    ///   - shape: what is wanted.
    ///   - taker: receives the records as they end, inner ones before outer ones.
    ///   - faults: receives what is wrong with the file's form; records before it were handed over already.
    /// - Returns: the elements that the shape does not know and that said something, in the order in which they were met.
    /// - Complexity: O(bytes) time; memory for one record.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, file: String, root: String, shape: XMLShape, taker: any XMLRecordTaker,
        limits: XMLLimits = XMLLimits(), faults: inout FaultList
    ) -> [XMLUnknown] {
        guard let parser = unsafe XML_ParserCreate(nil) else {
            faults.add(Fault(code: "out-of-memory", file: file, message: "no memory for an XML parser"))
            return []
        }
        defer { unsafe XML_ParserFree(parser) }
        let pass = UnsafeMutablePointer<XMLPass>.allocate(capacity: 1)
        unsafe pass.initialize(to: XMLPass(parser: parser, taker: taker, limits: limits, document: bytes))
        defer {
            unsafe pass.deinitialize(count: 1)
            unsafe pass.deallocate()
        }
        unsafe pass.pointee.lay(shape, root: root)
        unsafe XML_SetUserData(parser, pass)
        unsafe XML_SetElementHandler(parser, onBegin, onEnd)
        unsafe XML_SetStartDoctypeDeclHandler(parser, onDoctype)
        if let fault = unsafe parse(bytes, parser, pass, file: file) { faults.add(fault) }
        return unsafe pass.pointee.unknowns.filter { $0.count > 0 }
    }

    private static func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, _ parser: XML_Parser, _ pass: UnsafeMutablePointer<XMLPass>, file: String
    ) -> Fault? {
        var start = 0
        repeat {
            let count = unsafe min(bytes.count - start, pass.pointee.limits.chunk)
            let isLast = start + count == bytes.count
            let status = unsafe bytes.withMemoryRebound(to: CChar.self) {
                unsafe XML_Parse(parser, $0.baseAddress.map { unsafe $0 + start }, Int32(count), isLast ? 1 : 0)
            }
            guard status == XML_STATUS_OK else { return unsafe fault(parser, pass, file: file) }
            start += count
        } while start < bytes.count
        return nil
    }

    private static func fault(_ parser: XML_Parser, _ pass: UnsafeMutablePointer<XMLPass>, file: String) -> Fault {
        let line = unsafe Int(XML_GetCurrentLineNumber(parser))
        if let reason = unsafe pass.pointee.stop { return Fault(code: "bad-xml", file: file, line: line, message: reason) }
        let words = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map { unsafe String(cString: $0) } ?? "not XML"
        return Fault(code: "bad-xml", file: file, line: line, message: "\(words), expected well-formed XML")
    }

    private static let onBegin: XML_StartElementHandler = { pass, name, _ in
        unsafe pass!.assumingMemoryBound(to: XMLPass.self).pointee.begin(name!)
    }

    private static let onEnd: XML_EndElementHandler = { pass, _ in
        unsafe pass!.assumingMemoryBound(to: XMLPass.self).pointee.end()
    }

    /// Gathers text; set only while an element is open whose text is wanted.
    static let onText: XML_CharacterDataHandler = { pass, bytes, count in
        unsafe pass!.assumingMemoryBound(to: XMLPass.self).pointee.add(bytes!, count: Int(count))
    }

    private static let onDoctype: XML_StartDoctypeDeclHandler = { pass, _, _, _, _ in
        unsafe pass!.assumingMemoryBound(to: XMLPass.self).pointee.refuse(
            "a document type is not accepted (found \"<!DOCTYPE\")")
    }
}
