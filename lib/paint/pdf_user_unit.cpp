#include "paint/pdf_user_unit.hpp"

#include <exception>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "paint/output.hpp"
#include "source/number.hpp"

namespace fabula {

PaintResult with_user_unit(const std::string& pdf, double unit) {
    try {
        QPDF document;
        document.processMemoryFile("picture", pdf.data(), pdf.size());
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(document).getAllPages()) {
            page.getObjectHandle().replaceKey("/UserUnit", QPDFObjectHandle::newReal(number(unit, 3)));
        }
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setMinimumPDFVersion("1.6");
        writer.setDeterministicID(true);
        writer.write();
        const std::shared_ptr<Buffer> out = writer.getBufferSharedPointer();
        return {std::string(reinterpret_cast<const char*>(out->getBuffer()), out->getSize()), {}};
    } catch (const std::exception& error) {
        return failed(std::string("the page is too large for a PDF: ") + error.what());
    }
}

}  // namespace fabula
