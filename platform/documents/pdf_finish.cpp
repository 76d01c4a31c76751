#include "platform/documents/pdf_finish.hpp"

// The library asks its users to say that they no longer use its old pointers.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <vector>

namespace ryadom::documents {
namespace {

/// A head cell beside ordinary cells heads its row; one among head cells its column.
const char* scope_of(QPDFObjectHandle head) {
    auto row = head.getKey("/P").getKey("/K");
    if (!row.isArray()) return "/Column";
    const auto cells = row.getArrayAsVector();
    const auto plain = [](QPDFObjectHandle cell) { return cell.isDictionary() && cell.getKey("/S").isNameAndEquals("/TD"); };
    return std::any_of(cells.begin(), cells.end(), plain) ? "/Row" : "/Column";
}

void scope_heads(QPDF& pdf) {
    for (auto object : pdf.getAllObjects()) {
        if (!object.isDictionary() || !object.getKey("/S").isNameAndEquals("/TH")) continue;
        auto attributes = QPDFObjectHandle::newDictionary();
        attributes.replaceKey("/O", QPDFObjectHandle::newName("/Table"));
        attributes.replaceKey("/Scope", QPDFObjectHandle::newName(scope_of(object)));
        object.replaceKey("/A", attributes);
    }
}

}  // namespace

std::string finish_pdf(const std::string& drawn, const std::string& title, const std::string& language) {
    QPDF pdf;
    pdf.processMemoryFile("paper", drawn.data(), drawn.size());
    auto root = pdf.getRoot();
    root.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    root.replaceKey("/Lang", QPDFObjectHandle::newString(language));
    auto info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(title));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
    scope_heads(pdf);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDeterministicID(true);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

}  // namespace ryadom::documents
