<?xml version="1.0" encoding="UTF-8"?>
<!-- A table of occasions with their days and how each counts, under the column headings that the document gives. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">

  <xsl:template name="occasions">
    <table class="occasions">
      <thead>
        <tr>
          <xsl:for-each select="*[local-name() = 'column']"><th scope="col"><xsl:value-of select="."/></th></xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="*[local-name() = 'occasion']">
          <tr>
            <td><time><xsl:value-of select="@day"/></time></td>
            <td><xsl:value-of select="@kind"/></td>
            <td>
              <xsl:choose>
                <xsl:when test="@state = 'attended'"><xsl:attribute name="class">holds</xsl:attribute></xsl:when>
                <xsl:when test="@state = 'missed'"><xsl:attribute name="class">fails</xsl:attribute></xsl:when>
                <xsl:otherwise><xsl:attribute name="class">uncounted</xsl:attribute></xsl:otherwise>
              </xsl:choose>
              <xsl:value-of select="."/>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>
</xsl:stylesheet>
