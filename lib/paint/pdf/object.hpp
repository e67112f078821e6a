#pragma once

#include <memory>
#include <optional>
#include <qpdf/qpdf-c.h>
#include <string>
#include <string_view>
#include <vector>

/// Objects of a PDF, as libqpdf keeps them. Its C functions, not its C++ classes: the headers of those do not compile
/// as C++20 with every compiler (libqpdf 11.3 with clang).
namespace fabula::painting {

/// One object: a number, a name, a text, a list, a dictionary, a stream or a reference to one. Copies stand for the
/// same object. Lives as long as its PdfFile.
class PdfObject {
public:
    PdfObject(qpdf_data file, qpdf_oh handle) : file_(file), handle_(handle) {}

    [[nodiscard]] bool is_dictionary() const { return qpdf_oh_is_dictionary(file_, handle_) != 0; }
    [[nodiscard]] bool has(const std::string& key) const {
        return qpdf_oh_has_key(file_, handle_, slashed(key).c_str()) != 0;
    }
    [[nodiscard]] PdfObject get(const std::string& key) const {
        return {file_, qpdf_oh_get_key(file_, handle_, slashed(key).c_str())};
    }
    void set(const std::string& key, const PdfObject& value) {
        qpdf_oh_replace_key(file_, handle_, slashed(key).c_str(), value.handle_);
    }
    void remove(const std::string& key) { qpdf_oh_remove_key(file_, handle_, slashed(key).c_str()); }
    /// The keys of a dictionary, without their slashes, sorted.
    [[nodiscard]] std::vector<std::string> keys() const;

    void append(const PdfObject& item) { qpdf_oh_append_item(file_, handle_, item.handle_); }

    [[nodiscard]] bool is_name(const std::string& name) const {
        return qpdf_oh_is_name_and_equals(file_, handle_, slashed(name).c_str()) != 0;
    }
    [[nodiscard]] double number() const { return qpdf_oh_get_numeric_value(file_, handle_); }
    [[nodiscard]] long long whole() const { return qpdf_oh_get_int_value(file_, handle_); }

    /// The same object, not only an equal one. Precondition: both are indirect.
    [[nodiscard]] bool is_same_as(const PdfObject& other) const {
        return qpdf_oh_get_object_id(file_, handle_) == qpdf_oh_get_object_id(file_, other.handle_);
    }

private:
    friend class PdfFile;

    static std::string slashed(const std::string& name) { return "/" + name; }

    qpdf_data file_;
    qpdf_oh handle_;
};

/// A document that is being changed.
class PdfFile {
public:
    /// Reads `bytes`, which have to outlive it. error() says what is wrong with them.
    explicit PdfFile(const std::string& bytes);

    [[nodiscard]] const std::string& error() const noexcept { return error_; }

    [[nodiscard]] PdfObject root() { return {data_.get(), qpdf_get_root(data_.get())}; }
    [[nodiscard]] PdfObject trailer() { return {data_.get(), qpdf_get_trailer(data_.get())}; }
    [[nodiscard]] PdfObject page(std::size_t number) { return {data_.get(), qpdf_get_page_n(data_.get(), number)}; }
    /// The object numbered so, from 1; null where there is none.
    [[nodiscard]] PdfObject object(int number) { return {data_.get(), qpdf_get_object_by_id(data_.get(), number, 0)}; }

    /// An object as the format writes it: "<< /Type /Annot >>".
    [[nodiscard]] PdfObject parsed(const std::string& text) {
        return {data_.get(), qpdf_oh_parse(data_.get(), text.c_str())};
    }
    [[nodiscard]] PdfObject null() { return {data_.get(), qpdf_oh_new_null(data_.get())}; }
    [[nodiscard]] PdfObject list(const std::vector<PdfObject>& items = {});
    [[nodiscard]] PdfObject name(const std::string& without_slash);
    [[nodiscard]] PdfObject whole(std::size_t value);
    /// A number with as many decimals as matter on paper.
    [[nodiscard]] PdfObject number(double value);
    /// Text in whatever encoding holds it (ISO 32000-1, 7.9.2.2).
    [[nodiscard]] PdfObject text(const std::string& utf8);
    /// Bytes.
    [[nodiscard]] PdfObject bytes(const std::string& value);
    /// A stream with this content; `dictionary` is what stands in its own besides.
    [[nodiscard]] PdfObject stream(const std::string& content, const std::string& dictionary = "<< >>");
    /// `object` under a number of its own, for others to refer to.
    [[nodiscard]] PdfObject indirect(const PdfObject& object) {
        return {data_.get(), qpdf_make_indirect_object(data_.get(), object.handle_)};
    }

    /// The content of a page, all its streams together, unpacked.
    [[nodiscard]] std::string content(const PdfObject& page);
    void set_content(PdfObject page, const std::string& content);

    /// The whole file; empty where error() then says why. The same objects give the same bytes.
    [[nodiscard]] std::string written();

private:
    struct CleanUp {
        void operator()(qpdf_data data) const { qpdf_cleanup(&data); }
    };

    /// Notes what went wrong, if anything did.
    void check();

    std::unique_ptr<std::remove_pointer_t<qpdf_data>, CleanUp> data_;
    std::string error_;
};

}  // namespace fabula::painting
