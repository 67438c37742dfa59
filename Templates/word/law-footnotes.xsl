<?xml version="1.0" encoding="UTF-8"?>
<!-- The footnotes of a bill in Word: the latest wording of each section that is changed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:d="urn:trygghetsregister:draft:1"
  exclude-result-prefixes="d">
  <xsl:output method="xml" encoding="UTF-8" standalone="yes"/>

  <xsl:template match="/d:bill">
    <w:footnotes>
      <w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
      <w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
      <xsl:for-each select="//d:ingress[@reprinted] | //d:section[@latest]">
        <w:footnote w:id="{position()}">
          <w:p>
            <w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>
            <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>
            <w:r><w:t xml:space="preserve"> <xsl:choose><xsl:when test="@reprinted"><xsl:value-of select="@reprinted"/></xsl:when><xsl:otherwise>Senaste lydelse <xsl:value-of select="@latest"/>.</xsl:otherwise></xsl:choose></w:t></w:r>
          </w:p>
        </w:footnote>
      </xsl:for-each>
    </w:footnotes>
  </xsl:template>
</xsl:stylesheet>
